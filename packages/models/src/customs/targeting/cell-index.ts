/**
 * Numbers the pairs (cell, code) in the order in which they are first seen: an open-addressing table on typed arrays, as a Map with joined
 * keys takes five times as long. A code below 0 is not known, and neither is any pair with it.
 */
export type CellIndex = { size: number; cells: Int32Array; codes: Int32Array; slots: Int32Array }

export const newCellIndex = (room = 16): CellIndex => ({
  size: 0,
  cells: new Int32Array(room),
  codes: new Int32Array(room),
  slots: new Int32Array(room * 4),
})

const slotOf = (cell: number, code: number, mask: number) => {
  const mixed = Math.imul(cell ^ Math.imul(code, 0x9e3779b1), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & mask
}

export const findCell = ({ cells, codes, slots }: CellIndex, cell: number, code: number): number => {
  if (cell < 0 || code < 0) return -1
  const mask = slots.length - 1
  for (let slot = slotOf(cell, code, mask); ; slot = (slot + 1) & mask) {
    const at = (slots[slot] as number) - 1
    if (at < 0 || (cells[at] === cell && codes[at] === code)) return at
  }
}

export const addCell = (index: CellIndex, cell: number, code: number): number => {
  const found = findCell(index, cell, code)
  if (found >= 0 || cell < 0 || code < 0) return found
  if (index.size === index.cells.length) grow(index)
  const at = index.size
  index.size += 1
  index.cells[at] = cell
  index.codes[at] = code
  place(index, at)
  return at
}

const place = ({ cells, codes, slots }: CellIndex, at: number) => {
  const mask = slots.length - 1
  let slot = slotOf(cells[at] as number, codes[at] as number, mask)
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = at + 1
}

const grow = (index: CellIndex) => {
  const room = index.cells.length * 2
  const longer = (old: Int32Array) => {
    const grown = new Int32Array(room)
    grown.set(old)
    return grown
  }
  index.cells = longer(index.cells)
  index.codes = longer(index.codes)
  index.slots = new Int32Array(room * 4)
  for (let at = 0; at < index.size; at += 1) place(index, at)
}

/** Takes up the pairs in their order. */
export const placeCells = (index: CellIndex, cells: number[], codes: number[]): CellIndex => {
  for (const [at, cell] of cells.entries()) addCell(index, cell, codes[at] as number)
  return index
}
