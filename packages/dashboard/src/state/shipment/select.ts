import { address, go } from '../address/live-map.ts'
import { wish } from '../map/viewport.ts'
import { type Pane, pane } from '../pane.ts'

let cameFrom: Pane = 'list'

/** Opens a shipment. From the list and the queue the map follows; a marker that was clicked is in view already. */
export const select = (id: string, from: 'list' | 'attention' | 'map') => {
  if (pane.value !== 'detail') cameFrom = from
  if (address.value.selectedId !== id) go({ selectedId: id })
  pane.value = 'detail'
  if (from !== 'map') wish('selected')
}

export const deselect = () => {
  if (address.value.selectedId) go({ selectedId: undefined })
  if (pane.value === 'detail') pane.value = cameFrom
}
