import type { Declarations } from './declarations.ts'

const mostBlocks = 10
const leastRows = 15

/**
 * Stretches of time of about as many rows each. What a declaration's group is like is learnt from the other stretches: its own answer
 * must not be in it, nor those of its neighbours of the same days, which are often of one party and one consignment.
 * The declarations are in the order of time; those of one day are in one block.
 */
export const blocksOf = ({ rows, days }: Declarations): { block: Uint8Array; many: number } => {
  const many = Math.max(2, Math.min(mostBlocks, Math.floor(rows / leastRows)))
  const block = new Uint8Array(rows)
  const severalDays = days !== undefined && days[0] !== days[rows - 1]
  for (let row = 0; row < rows; row += 1) {
    const sameDay = severalDays && row > 0 && days[row] === days[row - 1]
    block[row] = sameDay ? (block[row - 1] as number) : Math.min(many - 1, Math.floor((row * many) / rows))
  }
  return { block, many }
}
