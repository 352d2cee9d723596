import type { AlertEvent } from '@lading/shared/contract/alert'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { isMe } from '../../state/people.ts'

const platform = new Set<AlertEvent['kind']>(['worsened', 'eased', 'returned'])

/** Who did it; nobody where it was the platform. */
export const whoDid = ({ kind, by }: Pick<AlertEvent, 'kind' | 'by'>) => (platform.has(kind) ? undefined : nameOf(by))

const nameOf = (person: AlertEvent['by']) => {
  if (person === null) return t('person.gone')
  return isMe(person.id) ? t('person.you') : person.name
}

/** What was done about an alert, in words. */
export const sayEvent = ({ kind, until, assignee, resolution, severity }: AlertEvent) => {
  switch (kind) {
    case 'acknowledged':
      return t('event.acknowledged')
    case 'assigned':
      return assignee ? t('event.assigned', { to: nameOf(assignee) }) : t('event.unassigned')
    case 'snoozed':
      return t('event.snoozed', { time: until ? formatDateTime(Date.parse(until), viewerZone) : '' })
    case 'woken':
      return t('event.woken')
    case 'resolved':
      return t('event.resolved', { how: t(`resolution.${resolution ?? 'fixed'}`) })
    case 'reopened':
      return t('event.reopened')
    case 'commented':
      return t('event.commented')
    case 'worsened':
      return t('event.worsened', { severity: t(`severity.${severity ?? 'info'}`) })
    case 'eased':
      return t('event.eased', { severity: t(`severity.${severity ?? 'info'}`) })
    case 'returned':
      return t('event.returned')
  }
}
