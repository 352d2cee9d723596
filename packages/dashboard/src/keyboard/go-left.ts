import type { LeftView } from '../state/address/live-map.ts'
import { showLeft } from '../state/show-left.ts'

/** Shows the list or the queue, whose rows have the focus then. */
export const goLeft = (view: LeftView) => {
  showLeft(view)
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.left-pane .listbox')?.focus())
}
