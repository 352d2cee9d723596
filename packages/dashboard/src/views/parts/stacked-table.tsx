import type { ComponentProps } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** A table whose rows stack on a phone, each cell under the name of its column (`stacked.css`). */
export const StackedTable = ({ children, ...props }: ComponentProps<'table'>) => {
  const table = useRef<HTMLTableElement>(null)
  useLayoutEffect(() => nameCells(table.current))
  return (
    <table {...props} class="stacked" ref={table}>
      {children}
    </table>
  )
}

/** Cells that span columns are named after none, nor are those of a column whose name is for screen readers only. */
const nameCells = (table: HTMLTableElement | null) => {
  const names = [...(table?.tHead?.rows[0]?.cells ?? [])].map((cell) => (cell.querySelector('.unseen') ? '' : cell.textContent.trim()))
  for (const { rows } of table?.tBodies ?? [])
    for (const { cells } of rows)
      for (const [at, cell] of [...cells].entries())
        if (cell.localName === 'td' && cell.colSpan === 1) cell.dataset.column = names[at] ?? ''
}
