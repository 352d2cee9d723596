import { go, type LeftView } from '../../state/address/live-map.ts'
import { pane } from '../../state/pane.ts'

/** Shows the list or the queue. */
export const showLeft = (view: LeftView) => {
  go({ view })
  pane.value = view
}

/** The same by a key, after which its rows have the focus. */
export const goLeft = (view: LeftView) => {
  showLeft(view)
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.left-pane .listbox')?.focus())
}
