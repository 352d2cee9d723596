import type { PartnerDetail } from '@lading/shared/contract/partner'
import type { PartnerEvidence } from '@lading/shared/contract/partner-evidence'
import { formatDay } from '../../format/day.ts'
import { t } from '../../i18n/t.ts'

type Reason = Pick<PartnerDetail['qualification']['reasons'][number], 'code' | 'document' | 'day'> & { count?: number | null }

/** Why a partner is not simply qualified, in words. */
export const sayReason = ({ code, document, day, count }: Reason) =>
  t(`partner-reason.${code}`, {
    document: document ? t(`partner-document.${document}`) : '',
    day: day ? formatDay(day) : '',
    count: count ?? 0,
  })

/** What happened, in words. */
export const sayEvidence = ({ code, aspect, count, facts }: Pick<PartnerEvidence, 'code' | 'aspect' | 'count' | 'facts'>) =>
  t(`partner-evidence.${code}`, {
    ...{ aspect: t(`partner-aspect.${aspect}`), count, hours: number(facts.hours), days: number(facts.days), leg: number(facts.leg) },
    ...{ quantity: number(facts.quantity), received: number(facts.received), product: String(facts.product ?? '') },
    ...{ documents: String(facts.documents ?? ''), number: String(facts.number ?? '') },
  })

const number = (value: string | number | null | undefined) => Number(value ?? 0)
