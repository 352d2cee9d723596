import { type Mode, modes } from '@lading/shared/domain/mode'
import { type ShipmentState, shipmentStates } from '@lading/shared/domain/shipment-state'
import { computed, signal } from '@preact/signals'
import { screen, screenOf } from './screen.ts'

export const sorts = ['arrival', 'attention', 'updated', 'number'] as const
export type Sort = (typeof sorts)[number]

export const leftViews = ['list', 'attention'] as const
export type LeftView = (typeof leftViews)[number]

export type Filter = { states: ShipmentState[]; modes: Mode[]; alert: boolean; text: string }

/** What the address bar says: a link, a reload and the back button all lead to the same screen. */
export type Address = { filter: Filter; sort: Sort; view: LeftView; selectedId: string | undefined }

export const noFilter: Filter = { states: [], modes: [], alert: false, text: '' }

/** Reads the query of the address; what it does not know it leaves out. */
export const readAddress = (search: string): Address => {
  const query = new URLSearchParams(search)
  const listed = <Value extends string>(name: string, known: readonly Value[]) =>
    (query.get(name)?.split(',') ?? []).filter((value): value is Value => known.includes(value as Value))
  const one = <Value extends string>(name: string, known: readonly Value[], otherwise: Value) => listed(name, known)[0] ?? otherwise
  return {
    filter: {
      states: listed('state', shipmentStates),
      modes: listed('mode', modes),
      alert: query.get('alert') === 'true',
      text: query.get('q')?.slice(0, 100) ?? '',
    },
    sort: one('sort', sorts, 'arrival'),
    view: one('view', leftViews, 'list'),
    selectedId: query.get('shipment') ?? undefined,
  }
}

/** The query for an address, without what is as usual. */
export const writeAddress = ({ filter, sort, view, selectedId }: Address) => {
  const pairs = [
    ['view', view === 'list' ? '' : view],
    ['state', filter.states.join(',')],
    ['mode', filter.modes.join(',')],
    ['alert', filter.alert ? 'true' : ''],
    ['q', filter.text],
    ['sort', sort === 'arrival' ? '' : sort],
    ['shipment', selectedId ?? ''],
  ].filter((pair) => pair[1] !== '')
  // Commas between values stay readable; they need no escaping in a query.
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString().replaceAll('%2C', ',')}`
}

/** What the map screen shows, also while another screen is open. */
export const address = signal<Address>(readAddress(screen.value === 'map' ? (globalThis.location?.search ?? '') : ''))
export const filter = computed(() => address.value.filter)
export const selectedId = computed(() => address.value.selectedId)

/** Selecting adds a step to the history, and so does coming from another screen; filtering and sorting only rewrite the current one. */
export const go = (change: Partial<Address>) => {
  const next = { ...address.value, ...change }
  const url = `/${writeAddress(next)}`
  if (next.selectedId !== address.value.selectedId || screen.value !== 'map') history.pushState(null, '', url)
  else history.replaceState(null, '', url)
  address.value = next
  screen.value = 'map'
}

export const goFilter = (change: Partial<Filter>) => go({ filter: { ...address.value.filter, ...change } })

/** Follows the back and forward buttons; returns how to stop. */
export const followHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'map') address.value = readAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
