import { go, type LeftView } from './address/live-map.ts'
import { pane } from './pane.ts'

/** Shows the list or the queue. */
export const showLeft = (view: LeftView) => {
  go({ view })
  pane.value = view
}
