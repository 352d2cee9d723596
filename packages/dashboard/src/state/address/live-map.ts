import { computed, signal } from '@preact/signals'
import { type Filter, readFilter, writeFilter } from './filter.ts'
import { type Replay, readReplay, writeReplay } from './replay.ts'
import { screen, screenOf } from './screen.ts'

export const sorts = ['arrival', 'attention', 'updated', 'number'] as const
export type Sort = (typeof sorts)[number]

export const leftViews = ['list', 'attention'] as const
export type LeftView = (typeof leftViews)[number]

/** Parts of the queue: what wants somebody now, what was set aside until later, what somebody dealt with. */
export const queueTabs = ['open', 'snoozed', 'resolved'] as const
export type QueueTab = (typeof queueTabs)[number]

/** What the address bar says: a link, a reload and the back button all lead to the same screen. */
export type Address = {
  filter: Filter
  sort: Sort
  view: LeftView
  tab: QueueTab
  /** Only what is assigned to whoever looks. */
  mine: boolean
  selectedId: string | undefined
  replay: Replay | undefined
}

/** Reads the query of the address; what it does not know it leaves out. */
export const readAddress = (search: string): Address => {
  const query = new URLSearchParams(search)
  const one = <Value extends string>(name: string, known: readonly Value[], otherwise: Value) =>
    known.find((value) => value === query.get(name)) ?? otherwise
  return {
    filter: readFilter(query),
    sort: one('sort', sorts, 'arrival'),
    view: one('view', leftViews, 'list'),
    tab: one('tab', queueTabs, 'open'),
    mine: query.get('mine') === 'true',
    selectedId: query.get('shipment') ?? undefined,
    replay: readReplay(query),
  }
}

/** The query for an address, without what is as usual. */
export const writeAddress = ({ filter, sort, view, tab, mine, selectedId, replay }: Address) => {
  const pairs = [
    ['view', view === 'list' ? '' : view],
    ['tab', tab === 'open' ? '' : tab],
    ['mine', mine ? 'true' : ''],
    ...writeFilter(filter),
    ['sort', sort === 'arrival' ? '' : sort],
    ['shipment', selectedId ?? ''],
    ...writeReplay(replay),
  ].filter((pair) => pair[1] !== '')
  // Commas between values and the colons of times stay readable; they need no escaping in a query.
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

/** What the map screen shows, also while another screen is open. */
export const address = signal<Address>(readAddress(screen.value === 'map' ? (globalThis.location?.search ?? '') : ''))
export const filter = computed(() => address.value.filter)
export const selectedId = computed(() => address.value.selectedId)

// While somebody types, the letters are one step; so is trying one order after another, and a replay that goes on.
const asOneStep = ({ filter, replay, ...rest }: Address) =>
  JSON.stringify([
    { ...rest, sort: '', replay: replay?.ids },
    { ...filter, text: filter.text !== '' },
  ])

/** Whatever shows something else adds a step to the history, so that the back button takes it back; typing and sorting only rewrite it. */
export const go = (change: Partial<Address>) => {
  const next = { ...address.value, ...change }
  const step = asOneStep(next) !== asOneStep(address.value) || screen.value !== 'map'
  history[step ? 'pushState' : 'replaceState'](null, '', `/${writeAddress(next)}`)
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
