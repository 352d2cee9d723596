import { type PartnerRole, partnerRoles } from '@lading/shared/domain/partner'
import { type QualificationStatus, qualificationStatuses } from '@lading/shared/domain/partner-qualification'
import { signal } from '@preact/signals'
import { pathOf, screen, screenOf } from './screen.ts'

export type PartnerAddress = {
  text: string
  role: PartnerRole | undefined
  status: QualificationStatus | undefined
  selected: string | undefined
}

export const noPartnerFilter = { text: '', role: undefined, status: undefined } as const

/** Reads the query of the partners screen; what it does not know it leaves out. */
export const readPartnerAddress = (search: string): PartnerAddress => {
  const query = new URLSearchParams(search)
  return {
    text: query.get('q')?.slice(0, 100) ?? '',
    role: partnerRoles.find((role) => role === query.get('role')),
    status: qualificationStatuses.find((status) => status === query.get('status')),
    selected: query.get('partner') ?? undefined,
  }
}

export const writePartnerAddress = ({ text, role, status, selected }: PartnerAddress) => {
  const pairs = [
    ['role', role ?? ''],
    ['status', status ?? ''],
    ['q', text],
    ['partner', selected ?? ''],
  ].filter((pair) => pair[1] !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** What the partners screen shows, also while another screen is open. */
export const partnerAddress = signal<PartnerAddress>(
  readPartnerAddress(screen.value === 'partners' ? (globalThis.location?.search ?? '') : ''),
)

export const partnersUrl = (change: Partial<PartnerAddress> = {}) =>
  `${pathOf.partners}${writePartnerAddress({ ...partnerAddress.value, ...change })}`

/** Opening the screen or a partner adds a step to the history; filtering only rewrites the current one. */
export const goPartners = (change: Partial<PartnerAddress> = {}) => {
  const step = 'selected' in change || screen.value !== 'partners'
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
