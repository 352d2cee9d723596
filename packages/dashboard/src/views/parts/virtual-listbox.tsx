import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { list } from '../../keyboard/list-commands.ts'
import { rowAfterKey } from './rows.ts'
import { useRows } from './use-rows.ts'

type Props<Item> = {
  label: string
  describedBy?: string
  items: readonly Item[]
  idOf: (item: Item) => string
  selectedId: string | undefined
  rowHeight: number
  onOpen: (item: Item) => void
  /** Which row keys are about; the box has one of its own where it is missing. */
  cursor?: Signal<string | undefined>
  /** For boxes in which several rows can be chosen: which are, and what choosing one does. */
  chosen?: ReadonlySet<string>
  onChoose?: (item: Item) => void
  children: (item: Item) => ComponentChildren
}

/**
 * A list box of rows of one height of which only the visible ones exist. The box has the focus; the active row is told by
 * aria-activedescendant, as ARIA has it for lists of any length. Its keys are in the table of shortcuts, as all are. When the active
 * row goes, the one that takes its place is active.
 */
export const VirtualListbox = <Item,>(props: Props<Item>) => {
  const { label, describedBy, items, idOf, selectedId, rowHeight, onOpen, cursor, chosen, onChoose, children } = props
  const { box, first, last, page, reveal, onScroll } = useRows({ count: items.length, rowPx: rowHeight })
  const own = useSignal<string | undefined>(selectedId)
  const activeId = cursor ?? own
  const lastIndex = useRef(0)
  const rowId = (id: string) => `row-${id}`

  // What is selected elsewhere, on the map or by the back button, comes into view here too; a new order of rows scrolls nothing.
  useEffect(() => {
    if (!selectedId) return
    const index = items.findIndex((item) => idOf(item) === selectedId)
    if (index < 0) return
    activeId.value = selectedId
    reveal(index)
  }, [selectedId])

  const activeIndex = items.findIndex((item) => idOf(item) === activeId.value)
  useLayoutEffect(() => {
    if (activeIndex >= 0) lastIndex.current = activeIndex
    else if (activeId.value !== undefined && items.length > 0) {
      const next = Math.min(lastIndex.current, items.length - 1)
      activeId.value = idOf(items[next] as Item)
    }
  })

  const active = items[activeIndex]
  useLayoutEffect(() => {
    const commands = {
      move: (key: string) => {
        const next = rowAfterKey(key, activeIndex, items.length, page)
        box.current?.focus({ preventScroll: true })
        if (next === undefined) return
        activeId.value = idOf(items[next] as Item)
        reveal(next)
      },
      open: () => active && onOpen(active),
      choose: onChoose && (() => active && onChoose(active)),
    }
    list.commands = commands
    return () => {
      if (list.commands === commands) list.commands = undefined
    }
  })

  return (
    <div
      class="listbox"
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      aria-multiselectable={chosen !== undefined || undefined}
      aria-activedescendant={activeIndex >= first && activeIndex < last ? rowId(idOf(items[activeIndex] as Item)) : undefined}
      onFocus={() => {
        if (activeIndex < 0 && items[0]) activeId.value = idOf(items[first] ?? items[0])
      }}
      onScroll={onScroll}
    >
      <div class="listbox-rows" role="presentation" style={{ height: `${items.length * rowHeight}px` }}>
        {items.slice(first, last).map((item, offset) => {
          const id = idOf(item)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list box has the focus and the keys.
            <div
              key={id}
              id={rowId(id)}
              class={id === activeId.value ? 'row row-active' : 'row'}
              role="option"
              aria-selected={chosen ? chosen.has(id) : id === selectedId}
              aria-current={chosen && id === selectedId ? 'true' : undefined}
              aria-setsize={items.length}
              aria-posinset={first + offset + 1}
              style={{ height: `${rowHeight}px`, transform: `translateY(${(first + offset) * rowHeight}px)` }}
              onClick={({ target }) => {
                activeId.value = id
                if (onChoose && target instanceof Element && target.closest('[data-choose]')) onChoose(item)
                else onOpen(item)
              }}
            >
              {children(item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
