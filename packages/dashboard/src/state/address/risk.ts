import { type RiskKind, riskKinds } from '@lading/shared/domain/risk'
import { signal } from '@preact/signals'
import { pathOf, screen, screenOf } from './screen.ts'

/** One by one, put together, what is told of countries, and by what people are warned and what they do then. */
export const riskViews = ['shipments', 'lane', 'warehouse', 'party', 'events', 'warnings'] as const
export type RiskView = (typeof riskViews)[number]

export type RiskAddress = { view: RiskView; kind: RiskKind | undefined }

/** Reads the query of the risk screen; what it does not know it leaves out. */
export const readRiskAddress = (search: string): RiskAddress => {
  const query = new URLSearchParams(search)
  return {
    view: riskViews.find((one) => one === query.get('by')) ?? 'shipments',
    kind: riskKinds.find((one) => one === query.get('kind')),
  }
}

export const writeRiskAddress = ({ view, kind }: RiskAddress) => {
  const pairs = [
    ['by', view === 'shipments' ? '' : view],
    ['kind', kind ?? ''],
  ].filter((pair) => pair[1] !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** What the risk screen shows, also while another screen is open. */
export const riskAddress = signal<RiskAddress>(readRiskAddress(screen.value === 'risk' ? (globalThis.location?.search ?? '') : ''))

export const riskUrl = (change: Partial<RiskAddress> = {}) => `${pathOf.risk}${writeRiskAddress({ ...riskAddress.value, ...change })}`

/** Opening the screen or another view adds a step to the history; filtering only rewrites the current one. */
export const goRisk = (change: Partial<RiskAddress> = {}) => {
  const next = { ...riskAddress.value, ...change }
  const step = next.view !== riskAddress.value.view || screen.value !== 'risk'
  history[step ? 'pushState' : 'replaceState'](null, '', `${pathOf.risk}${writeRiskAddress(next)}`)
  riskAddress.value = next
  screen.value = 'risk'
}

/** Follows the back and forward buttons; returns how to stop. */
export const followRiskHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'risk') riskAddress.value = readRiskAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
