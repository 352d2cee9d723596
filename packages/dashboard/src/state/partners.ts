import type { ListedPartner, PartnerDetail } from '@lading/shared/contract/partner'
import type { PartnerEvidence } from '@lading/shared/contract/partner-evidence'
import { trendLeast } from '@lading/shared/domain/partner'
import { signal } from '@preact/signals'

export const partnerDetail = signal<PartnerDetail | undefined>(undefined)
/** What speaks for and against the partner that is open, newest first, and how many there are. */
export const partnerEvidence = signal<{ code: string; items: PartnerEvidence[]; total: number } | undefined>(undefined)

export const partnerColumns = ['name', 'status', 'score', 'trend', 'expiry', 'roles', 'country'] as const

export type Trend = 'up' | 'down' | 'steady' | 'unknown'

/** Whether a score is another than a month ago. What is shrunk that strongly moves little: a few hundredths are news. */
export const trendOf = (score: Pick<NonNullable<ListedPartner['score']>, 'score' | 'before'> | null): Trend => {
  if (!score || score.before === null) return 'unknown'
  const change = score.score - score.before
  return change >= trendLeast ? 'up' : change <= -trendLeast ? 'down' : 'steady'
}
