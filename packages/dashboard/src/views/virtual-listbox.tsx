import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { rowAfterKey, rowsInView } from './rows.ts'

type Props<Item> = {
  label: string
  describedBy?: string
  items: readonly Item[]
  idOf: (item: Item) => string
  selectedId: string | undefined
  rowHeight: number
  onOpen: (item: Item) => void
  children: (item: Item) => ComponentChildren
}

/**
 * A list box of rows of one height of which only the visible ones exist. The box has the focus; the active row is told by
 * aria-activedescendant, as ARIA has it for lists of any length.
 */
export const VirtualListbox = <Item,>({ label, describedBy, items, idOf, selectedId, rowHeight, onOpen, children }: Props<Item>) => {
  const box = useRef<HTMLDivElement>(null)
  const scrollTop = useSignal(0)
  const height = useSignal(600)
  const activeId = useSignal<string | undefined>(selectedId)
  const rowId = (id: string) => `row-${id}`

  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      height.value = entry?.contentRect.height ?? height.value
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [height])

  const reveal = (index: number) => {
    if (!box.current || index < 0) return
    const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight]
    if (top < box.current.scrollTop) box.current.scrollTop = top
    else if (bottom > box.current.scrollTop + box.current.clientHeight) box.current.scrollTop = bottom - box.current.clientHeight
  }

  // What is selected elsewhere, on the map or by the back button, comes into view here too; a new order of rows scrolls nothing.
  useEffect(() => {
    if (!selectedId) return
    activeId.value = selectedId
    reveal(items.findIndex((item) => idOf(item) === selectedId))
  }, [selectedId])

  const activeIndex = items.findIndex((item) => idOf(item) === activeId.value)
  const onKeyDown = (event: KeyboardEvent) => {
    const active = items[activeIndex]
    if ((event.key === 'Enter' || event.key === ' ') && active) onOpen(active)
    else {
      const next = rowAfterKey(event.key, activeIndex, items.length, Math.max(1, Math.floor(height.value / rowHeight) - 1))
      if (next === undefined) return
      activeId.value = idOf(items[next] as Item)
      reveal(next)
    }
    event.preventDefault()
  }

  const { first, last } = rowsInView(scrollTop.value, height.value, rowHeight, items.length)
  return (
    <div
      class="listbox"
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      aria-activedescendant={activeIndex >= first && activeIndex < last ? rowId(idOf(items[activeIndex] as Item)) : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (activeIndex < 0 && items[0]) activeId.value = idOf(items[first] ?? items[0])
      }}
      onScroll={({ currentTarget }) => {
        scrollTop.value = currentTarget.scrollTop
      }}
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
              aria-selected={id === selectedId}
              aria-setsize={items.length}
              aria-posinset={first + offset + 1}
              style={{ height: `${rowHeight}px`, transform: `translateY(${(first + offset) * rowHeight}px)` }}
              onClick={() => {
                activeId.value = id
                onOpen(item)
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
