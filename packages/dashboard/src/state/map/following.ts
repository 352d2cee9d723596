import { computed, signal } from '@preact/signals'
import { selectedId } from '../address/live-map.ts'
import { isReplaying, journeys, replayPlaces } from '../replay/replay.ts'
import { positions } from './positions.ts'

/** Whether the map is asked to keep something in its middle. */
export const isFollowing = signal(false)

/** What it would keep there: the selected shipment, or the only one of a replay, where it is or was then. */
export const followed = computed(() => {
  const id = selectedId.value
  if (!isReplaying.value) return id === undefined ? undefined : positions.value.get(id)
  const [only, ...others] = journeys.value
  return replayPlaces.value.get(id ?? '') ?? (only && others.length === 0 ? replayPlaces.value.get(only.shipment.id) : undefined)
})

export const toggleFollowing = () => {
  isFollowing.value = !isFollowing.value && followed.value !== undefined
}
