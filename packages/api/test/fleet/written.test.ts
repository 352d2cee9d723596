import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWritten } from '../../src/fleet/written.ts'

const runsOf = (count: number) =>
  fc.uniqueArray(fc.nat(count), { maxLength: 8 }).map((bounds) => {
    const sorted = bounds.toSorted((a, b) => a - b)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
      from: sorted[2 * index] as number,
      to: sorted[2 * index + 1] as number,
    }))
  })

describe('What is written of a list', () => {
  it('is any stretches of it, in their order, as the inside of a list in JSON; also when asked for again.', () => {
    const some = fc.nat(120).chain((count) => fc.tuple(fc.constant(count), fc.array(runsOf(count), { minLength: 1, maxLength: 4 })))
    fc.assert(
      fc.property(some, ([count, questions]) => {
        const names = Array.from({ length: count }, (_, index) => `piece ${index}`)
        const written = createWritten(names.map((name) => ({ json: Buffer.from(JSON.stringify(name)) })))
        for (const runs of questions) {
          const text = Buffer.concat(written.partsOf(runs)).toString()
          expect(JSON.parse(`[${text}]`)).toEqual(runs.flatMap(({ from, to }) => names.slice(from, to)))
        }
      }),
      { numRuns: 300 },
    )
  })
})
