/** Something written as JSON. */
type Piece = { json: Buffer }

/** A stretch of a list: the first, and the one after the last. */
export type Run = { from: number; to: number }

const comma = Buffer.from(',')
// What is looked at together lies together: copying one block of these is several times faster than copying them one by one.
const blockSize = 16

/**
 * A list of pieces, of which any stretches can be written as the inside of a JSON list. Blocks of them are put together when they are needed
 * for the first time.
 */
export const createWritten = (pieces: readonly Piece[]) => {
  const blocks: (Buffer | undefined)[] = []
  const blockAt = (index: number) => {
    const first = index * blockSize
    blocks[index] ??= Buffer.concat(pieces.slice(first, first + blockSize).flatMap(({ json }) => [comma, json]))
    return blocks[index]
  }
  /** Appends them, each after a comma. */
  const write = (parts: Buffer[], { from, to }: Run) => {
    for (let at = from; at < to; ) {
      if (at % blockSize === 0 && at + blockSize <= to) {
        parts.push(blockAt(at / blockSize))
        at += blockSize
      } else {
        parts.push(comma, (pieces[at] as Piece).json)
        at += 1
      }
    }
  }
  return {
    /** Parts of a text that follow each other: all of these stretches, with commas between. */
    partsOf: (runs: readonly Run[]): Buffer[] => {
      const parts: Buffer[] = []
      for (const run of runs) write(parts, run)
      return parts.length === 0 ? parts : [(parts[0] as Buffer).subarray(1), ...parts.slice(1)]
    },
  }
}

export type Written = ReturnType<typeof createWritten>
