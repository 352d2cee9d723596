import { type RouteObjective, routeObjectives } from '@lading/shared/domain/network'
import { signal } from '@preact/signals'
import { pathOf, screen, screenOf } from './screen.ts'

/** Between which places a way is looked for, of what weight, and what it should be; empty where nothing was asked yet. */
export type NetworkAddress = { from: string; to: string; weightKg: number; objective: RouteObjective }

export const nothingAsked: NetworkAddress = { from: '', to: '', weightKg: 500, objective: 'balanced' }

/** Reads the query of the network screen; what it does not know it leaves out. */
export const readNetworkAddress = (search: string): NetworkAddress => {
  const query = new URLSearchParams(search)
  const code = (name: string) => (/^[A-Z0-9-]{3,32}$/.test(query.get(name) ?? '') ? (query.get(name) as string) : '')
  const weightKg = Number(query.get('kg'))
  return {
    from: code('from'),
    to: code('to'),
    weightKg: weightKg > 0 && weightKg <= 1e7 ? weightKg : nothingAsked.weightKg,
    objective: routeObjectives.find((each) => each === query.get('wish')) ?? nothingAsked.objective,
  }
}

export const writeNetworkAddress = ({ from, to, weightKg, objective }: NetworkAddress) =>
  from && to ? `?${new URLSearchParams({ from, to, kg: String(weightKg), wish: objective })}` : ''

/** What the network screen shows, also while another screen is open. */
export const networkAddress = signal<NetworkAddress>(
  readNetworkAddress(screen.value === 'network' ? (globalThis.location?.search ?? '') : ''),
)

export const networkUrl = () => `${pathOf.network}${writeNetworkAddress(networkAddress.value)}`

/** Opening the screen adds a step to the history; asking only rewrites the current one. */
export const goNetwork = (change: Partial<NetworkAddress> = {}) => {
  networkAddress.value = { ...networkAddress.value, ...change }
  history[screen.value === 'network' ? 'replaceState' : 'pushState'](null, '', networkUrl())
  screen.value = 'network'
}

/** Follows the back and forward buttons; returns how to stop. */
export const followNetworkHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'network') networkAddress.value = readNetworkAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
