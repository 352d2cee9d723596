import type { SavedView } from '@lading/shared/contract/saved-view'
import { computed, signal } from '@preact/signals'
import { type Address, address, readAddress, writeAddress } from './live-map.ts'

/** One's own views and those that are shared, by name. */
export const savedViews = signal<SavedView[]>([])

/** The view that was opened last: what changed since can be saved to it. */
export const openedViewId = signal<string | undefined>(undefined)

const saved = (all: Address) => writeAddress({ ...all, selectedId: undefined, replay: undefined }).slice(1)

/** What is saved of the screen as it is: everything but which shipment is open or replayed. */
export const currentQuery = computed(() => saved(address.value))

// Written anew, so that a view saved by an earlier version is the same when it means the same.
const normal = (query: string) => saved(readAddress(query))

/** The view that is on the screen; one's own where two say the same. */
export const shownView = computed(() =>
  savedViews.value
    .filter(({ query }) => normal(query) === currentQuery.value)
    .sort((a, b) => Number(isOpened(b)) - Number(isOpened(a)))
    .at(0),
)

const isOpened = ({ id }: SavedView) => id === openedViewId.value

/** The view that was opened and has been changed on the screen since. */
export const changedView = computed(() => (shownView.value ? undefined : savedViews.value.find(({ id }) => id === openedViewId.value)))
