import type { PartnerRole } from '@lading/shared/domain/partner'
import { signal } from '@preact/signals'

/** The pages that somebody of a partner has; the first one is where they begin. */
export const portalPages = ['overview', 'orders', 'demand', 'shipments', 'score'] as const
export type PortalPage = (typeof portalPages)[number]

/** Orders and demand are for suppliers. */
export const pagesFor = (roles: readonly PartnerRole[]) =>
  portalPages.filter((page) => roles.includes('supplier') || (page !== 'orders' && page !== 'demand'))

export const readPortalPage = (search: string): PortalPage => {
  const wanted = new URLSearchParams(search).get('page')
  return portalPages.find((page) => page === wanted) ?? 'overview'
}

export const portalUrl = (page: PortalPage) => (page === 'overview' ? '/' : `/?page=${page}`)

export const portalPage = signal<PortalPage>(readPortalPage(globalThis.location?.search ?? ''))

export const goPortal = (page: PortalPage) => {
  history.pushState(null, '', portalUrl(page))
  portalPage.value = page
}

/** Follows the back and forward buttons; returns how to stop. */
export const followPortalHistory = () => {
  const follow = () => {
    portalPage.value = readPortalPage(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
