import { computed } from '@preact/signals'
import { selectedId } from '../../state/address/live-map.ts'
import { screen } from '../../state/address/screen.ts'
import { pane } from '../../state/pane.ts'
import { chosenShipments } from '../../state/replay/chosen-shipments.ts'
import { endReplay, startReplay } from '../../state/replay/replay.ts'

/** What somebody would replay now: all that is chosen, or else what is open. */
export const toReplay = computed<readonly string[]>(() => {
  if (screen.value !== 'map') return []
  if (chosenShipments.value.length > 0) return chosenShipments.value
  return selectedId.value === undefined ? [] : [selectedId.value]
})

/** Shows the past of shipments on the map, from its beginning. */
export const replayThese = (ids: readonly string[]) => {
  startReplay(ids)
  pane.value = 'map'
}

/** Back to what is live, and to where the replay was asked for. */
export const leaveReplay = () => {
  endReplay()
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.detail-replay, .left-pane .listbox')?.focus())
}
