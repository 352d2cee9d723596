import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { rowAfterKey } from './rows.ts'
import { usePhone } from './use-phone.ts'
import { useRows } from './use-rows.ts'

/** Where a row stands, and whether it is the one that the tab key stops at. */
export type RowPlace = { index: number; focusable: boolean; onActive: () => void }

type Props<Item> = {
  label: string
  class: string
  /** Its heading cells. */
  head: ComponentChildren
  items: readonly Item[]
  /** How many there are with those that are not here yet. */
  total?: number
  /** As the style sheet has it: one line on a desk, two on a phone. */
  rowPx: { desk: number; phone: number }
  /** What of a row has the focus. */
  focus: string
  /** Gets more of them, where there are more. */
  onMore?: (() => unknown) | undefined
  children: (item: Item, place: RowPlace) => ComponentChildren
}

/**
 * A table of which only the visible rows exist, and which gets more of them before its end comes into view. One row at a time is a stop of
 * the tab key; arrow keys move it. Rows carry `data-index` and `aria-rowindex`.
 */
export const VirtualTable = <Item,>({
  label,
  head,
  items,
  total = items.length,
  rowPx,
  focus,
  onMore,
  children,
  ...props
}: Props<Item>) => {
  const active = useSignal(0)
  const focusWanted = useSignal(false)
  const rowHeight = usePhone() ? rowPx.phone : rowPx.desk
  const { box, first, last, page, reveal, onScroll } = useRows({ count: items.length, rowPx: rowHeight, above: 1 })

  const activeIndex = Math.min(active.value, items.length - 1)
  // The row may have to be drawn before it can have the focus.
  useEffect(() => {
    if (!focusWanted.value) return
    focusWanted.value = false
    box.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"] ${focus}`)?.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element && event.target.closest('tbody'))) return
    const next = rowAfterKey(event.key, activeIndex, items.length, page)
    if (next === undefined) return
    event.preventDefault()
    active.value = next
    focusWanted.value = true
    reveal(next)
  }

  const isNearEnd = last === items.length
  useEffect(() => {
    if (isNearEnd) onMore?.()
  }, [isNearEnd, items.length])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows' buttons, of which the focused one may be replaced.
    <div class={props.class} ref={box} onKeyDown={onKeyDown} onScroll={onScroll}>
      <table aria-rowcount={total + 1} aria-label={label}>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <tbody>
          <Gap px={first * rowHeight} />
          {items.slice(first, last).map((item, offset) => {
            const index = first + offset
            const onActive = () => {
              active.value = index
            }
            return children(item, { index, focusable: index === activeIndex, onActive })
          })}
          <Gap px={(items.length - last) * rowHeight} />
        </tbody>
      </table>
    </div>
  )
}

// Stands for the rows that do not exist.
const Gap = ({ px }: { px: number }) =>
  px > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row that nothing makes focusable.
    <tr aria-hidden="true" class="row-gap">
      <td style={{ height: `${px}px` }} />
    </tr>
  ) : null
