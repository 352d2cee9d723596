import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { rowsInView } from './rows.ts'

/**
 * A box that scrolls rows of one height of which only the visible ones exist. `above` says how many rows a heading takes that stays in view.
 */
export const useRows = ({ count, rowPx, above = 0 }: { count: number; rowPx: number; above?: number }) => {
  const box = useRef<HTMLDivElement>(null)
  const scrollTop = useSignal(0)
  const heightPx = useSignal(800)

  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      heightPx.value = entry?.contentRect.height ?? heightPx.value
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [heightPx])

  return {
    box,
    ...rowsInView(scrollTop.value, heightPx.value, rowPx, count),
    /** How far a page of the keyboard leads. */
    page: Math.max(1, Math.floor(heightPx.value / rowPx) - 1 - above),
    reveal: (index: number) => {
      if (!box.current || index < 0) return
      const [top, bottom] = [index * rowPx, (index + 1 + above) * rowPx]
      if (top < box.current.scrollTop) box.current.scrollTop = top
      else if (bottom > box.current.scrollTop + box.current.clientHeight) box.current.scrollTop = bottom - box.current.clientHeight
    },
    onScroll: ({ currentTarget }: { currentTarget: HTMLElement }) => {
      scrollTop.value = currentTarget.scrollTop
    },
  }
}
