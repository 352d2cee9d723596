import { formatList } from '../../format/list.ts'
import { formatPercent } from '../../format/percent.ts'
import { formatDuration } from '../../format/relative.ts'
import { isKey, type MessageKey, t } from '../../i18n/t.ts'

type Reason = { code: string } & Record<string, unknown>

const hourMs = 3_600_000

/** Why customs is expected to do what it is expected to do. */
export const sayReason = (reason: Reason): string | undefined => {
  const { code } = reason
  const hours = (name: string) => formatDuration(Number(reason[name]) * hourMs)
  const listed = (name: string) => formatList(Array.isArray(reason[name]) ? reason[name].map(String) : [])
  switch (code) {
    case 'published-hours':
      return t('customs-reason.published-hours', {
        year: String(reason.year),
        border: Number(reason.borderHours),
        documents: Number(reason.documentHours),
      })
    case 'published-score':
      return t('customs-reason.published-score', { year: String(reason.year), score: Number(reason.customsScore) })
    case 'history': {
      const key: MessageKey = `customs-history.${String(reason.level) as 'country'}`
      const facts = { count: Math.round(Number(reason.outcomes)), examined: formatPercent(Number(reason.examination)) }
      return isKey(key) ? t(key, { ...facts, median: hours('medianHours') }) : undefined
    }
    case 'missing-documents':
      return t('customs-reason.missing-documents', { documents: listed('documents'), hours: hours('hoursAdded') })
    case 'restricted-goods':
      return t('customs-reason.restricted-goods', { restrictions: listed('restrictions'), times: Number(reason.oddsOfExamination) })
    case 'closed':
      return t('customs-reason.closed', { hours: hours('hours') })
    case 'no-published-figures':
    case 'never-open':
    case 'refused':
    case 'detained':
      return t(`customs-reason.${code}`)
    default:
      return undefined
  }
}
