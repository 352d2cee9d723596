import type { Alert } from '@lading/shared/contract/alert'
import { alertStateOf, isPossible } from '@lading/shared/domain/alert-handling'
import { alertText } from '../../format/alert.ts'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { formatSince } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { keyFor } from '../../keyboard/shortcuts.ts'
import { nowMs } from '../../state/clock.ts'
import { judgedAtMs } from '../../state/judged-at.ts'
import { mayAct } from '../../state/people.ts'
import { asOfNow } from '../../state/queue/as-of-now.ts'
import { actOf, deeds } from '../../state/queue/deeds.ts'
import { queueKinds } from '../../state/queue/kinds.ts'
import { AreaLink } from '../areas/area-link.tsx'
import { Time } from '../parts/time.tsx'
import { doTo } from './do.ts'
import { EndDrill } from './end-drill.tsx'
import { personName } from './person-name.ts'
import { AlertPlaybooks } from './playbooks.tsx'
import { TimeLine } from './time-line.tsx'

/** An alert in full: what it is, where it stands, what can be done about it and what was. */
export const AlertCard = ({ alert }: { alert: Alert }) => {
  const { id, kind, severity, openedAt } = alert
  const state = alertStateOf(alert, judgedAtMs.value)
  return (
    <article
      class={state === 'open' ? `alert alert-${severity}` : 'alert alert-aside'}
      data-alert={id}
      data-focus-home
      tabIndex={-1}
      aria-label={t(`alert.${kind}`)}
    >
      <span class={`severity-${severity}`}>
        <Icon name={`severity-${severity}`} />
        <span class="unseen">{t(`severity.${severity}`)}: </span>
      </span>
      <strong class="alert-kind">
        <Icon name={queueKinds[kind].icon} />
        {t(`alert.${kind}`)}
      </strong>
      <span class="alert-since">
        <Time at={openedAt} text={t('queue.since', { time: formatSince(Date.parse(openedAt), nowMs.value) })} />
      </span>
      <p>{alertText(asOfNow(alert))}</p>
      <Standing alert={alert} state={state} />
      {state !== 'closed' && <AreaLink alert={alert} />}
      {mayAct.value && state !== 'closed' && <Actions alert={alert} />}
      {kind === 'drill' && state !== 'closed' && mayAct.value && <EndDrill alertId={id} />}
      <AlertPlaybooks alert={alert} />
      <TimeLine alert={alert} />
    </article>
  )
}

const Standing = ({ alert, state }: { alert: Alert; state: ReturnType<typeof alertStateOf> }) => {
  const { acknowledgedBy, acknowledgedAt, assignedTo, snoozedUntil, resolution, resolvedBy, closedAt } = alert
  const said = [
    ...(state === 'resolved' && resolution
      ? [t('alerts.resolved-by', { how: t(`resolution.${resolution}`), name: personName(resolvedBy) })]
      : []),
    ...(state === 'snoozed' && snoozedUntil
      ? [t('alerts.snoozed-until', { time: formatDateTime(Date.parse(snoozedUntil), viewerZone) })]
      : []),
    ...(assignedTo ? [t('alerts.assigned-to', { name: personName(assignedTo) })] : []),
    ...(acknowledgedAt && state !== 'resolved' ? [t('alerts.acknowledged-by', { name: personName(acknowledgedBy) })] : []),
    ...(closedAt ? [t('alerts.closed', { time: formatSince(Date.parse(closedAt), nowMs.value) })] : []),
  ]
  return said.length === 0 ? null : <p class="alert-standing">{said.join(' · ')}</p>
}

const Actions = ({ alert }: { alert: Alert }) => (
  <div class="alert-actions">
    {deeds
      .filter((deed) => isPossible(actOf(deed), alert, judgedAtMs.value))
      .map((deed) => (
        <button
          key={deed}
          type="button"
          class="button button-small"
          data-exact={t('keys.key', { key: keyFor(`act.${deed}`) ?? '' })}
          onClick={() => doTo([alert], deed)}
        >
          {t(`act.${deed}`)}
        </button>
      ))}
  </div>
)
