import type { ListedPartner, PartnerDetail, PartnerEvidence } from '@lading/shared/contract/partner'
import { trendLeast } from '@lading/shared/domain/partner'
import { computed, signal } from '@preact/signals'
import type { Load } from './load.ts'
import { partnerAddress } from './partner-address.ts'

export const partners = signal<ListedPartner[]>([])
export const partnersLoad = signal<Load>({ status: 'loading' })
export const partnerDetail = signal<PartnerDetail | undefined>(undefined)
/** What speaks for and against the partner that is open, newest first, and how many there are. */
export const partnerEvidence = signal<{ code: string; items: PartnerEvidence[]; total: number } | undefined>(undefined)

export const partnerColumns = ['name', 'status', 'score', 'trend', 'expiry', 'roles', 'country'] as const

export type Trend = 'up' | 'down' | 'steady' | 'unknown'

/** Whether a score is another than a month ago. What is shrunk that strongly moves little: a few hundredths are news. */
export const trendOf = (score: ListedPartner['score']): Trend => {
  if (!score || score.before === null) return 'unknown'
  const change = score.score - score.before
  return change >= trendLeast ? 'up' : change <= -trendLeast ? 'down' : 'steady'
}

/** Whose document ends first comes first, then by name; within what is filtered for. */
export const inExpiryOrder = (all: readonly ListedPartner[]) =>
  all.toSorted((one, other) => {
    const [end, otherEnd] = [firstEnd(one), firstEnd(other)]
    return end < otherEnd ? -1 : end > otherEnd ? 1 : one.name.localeCompare(other.name)
  })

/** What has ended already is the most urgent. */
const firstEnd = ({ qualification: { reasons, nextExpiry } }: ListedPartner) =>
  reasons.find(({ code }) => code === 'document-expired')?.day ?? nextExpiry ?? '9999-12-31'

export const shownPartners = computed(() => {
  const { text, role, status } = partnerAddress.value
  const wanted = text.trim().toLowerCase()
  return inExpiryOrder(
    partners.value.filter(
      (each) =>
        (role === undefined || each.roles.includes(role)) &&
        (status === undefined || each.qualification.status === status) &&
        [each.name, each.code, ...each.aliases].some((name) => name.toLowerCase().includes(wanted)),
    ),
  )
})
