import { type ClaimState, claimStates } from '@lading/shared/domain/claim'
import { type PartnerRole, partnerRoles } from '@lading/shared/domain/partner'
import { type QualificationStatus, qualificationStatuses } from '@lading/shared/domain/partner-qualification'
import { computed, signal } from '@preact/signals'
import { pathOf, screen, screenOf } from './screen.ts'

/** Who they are, and what is claimed of them, or by them. */
export const partnerViews = ['register', 'claims'] as const
export type PartnerView = (typeof partnerViews)[number]

/** Claims that are not at their end, those with a deadline that is near or missed, all of them, or those in a state. */
export const claimFilters = ['open', 'due', 'all', ...claimStates] as const
export type ClaimFilter = 'open' | 'due' | 'all' | ClaimState

export type PartnerAddress = {
  view: PartnerView
  text: string
  role: PartnerRole | undefined
  status: QualificationStatus | undefined
  selected: string | undefined
  /** Which claims are listed, and the one that is open. */
  claims: ClaimFilter
  claim: string | undefined
}

export const noPartnerFilter = { view: 'register', text: '', role: undefined, status: undefined } as const

/** Reads the query of the partners screen; what it does not know it leaves out. */
export const readPartnerAddress = (search: string): PartnerAddress => {
  const query = new URLSearchParams(search)
  return {
    view: partnerViews.find((view) => view === query.get('view')) ?? 'register',
    text: query.get('q')?.slice(0, 100) ?? '',
    role: partnerRoles.find((role) => role === query.get('role')),
    status: qualificationStatuses.find((status) => status === query.get('status')),
    selected: query.get('partner') ?? undefined,
    claims: claimFilters.find((filter) => filter === query.get('claims')) ?? 'open',
    claim: query.get('claim') ?? undefined,
  }
}

export const writePartnerAddress = ({ view, text, role, status, selected, claims, claim }: PartnerAddress) => {
  const pairs = [
    ['view', view === 'register' ? '' : view],
    ['role', role ?? ''],
    ['status', status ?? ''],
    ['q', text],
    ['partner', selected ?? ''],
    ['claims', claims === 'open' ? '' : claims],
    ['claim', claim ?? ''],
  ].filter((pair) => pair[1] !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** What the partners screen shows, also while another screen is open. */
export const partnerAddress = signal<PartnerAddress>(
  readPartnerAddress(screen.value === 'partners' ? (globalThis.location?.search ?? '') : ''),
)

/** What of the address the api filters by. */
export const partnersQuery = computed(() => {
  const { text, role, status } = partnerAddress.value
  return new URLSearchParams(
    Object.entries({ role, status, q: text.trim() || undefined }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString()
})

export const partnersUrl = (change: Partial<PartnerAddress> = {}) =>
  `${pathOf.partners}${writePartnerAddress({ ...partnerAddress.value, ...change })}`

/** Opening the screen, another view, a partner or a claim adds a step to the history; filtering only rewrites the current one. */
export const goPartners = (change: Partial<PartnerAddress> = {}) => {
  const isElsewhere = change.view !== undefined && change.view !== partnerAddress.value.view
  const step = 'selected' in change || 'claim' in change || isElsewhere || screen.value !== 'partners'
  history[step ? 'pushState' : 'replaceState'](null, '', partnersUrl(change))
  partnerAddress.value = { ...partnerAddress.value, ...change }
  screen.value = 'partners'
}

/** Follows the back and forward buttons; returns how to stop. */
export const followPartnerHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'partners') partnerAddress.value = readPartnerAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
