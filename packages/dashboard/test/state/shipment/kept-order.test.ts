import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeptOrder } from '../../../src/state/shipment/kept-order.ts'

type Row = { id: string; weight: number }

const rule = { matches: ({ weight }: Row) => weight % 3 > 0, compare: (a: Row, b: Row) => a.weight - b.weight || (a.id < b.id ? -1 : 1) }
const asFromScratch = (rows: ReadonlyMap<string, Row>, { matches, compare }: typeof rule) =>
  [...rows.values()].filter(matches).sort(compare)

const change = fc.record({ id: fc.constantFrom(...'abcdefghij'), weight: fc.nat(20), gone: fc.boolean() })

test('However rows come, change and go, they stand as if they were sorted anew.', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }), (turns) => {
      const keepOrder = createKeptOrder<Row>(({ id }) => id)
      let rows: ReadonlyMap<string, Row> = new Map()
      for (const changes of turns) {
        const next = new Map(rows)
        for (const { gone, ...row } of changes) {
          if (gone) next.delete(row.id)
          else next.set(row.id, row)
        }
        rows = next
        expect(keepOrder(rows, rule)).toEqual(asFromScratch(rows, rule))
      }
    }),
  )
})

test('Another rule orders anew, and where nothing changed the list is the same one.', () => {
  const keepOrder = createKeptOrder<Row>(({ id }) => id)
  const rows = new Map([1, 2, 4, 5].map((weight) => [`${weight}`, { id: `${weight}`, weight }]))
  const first = keepOrder(rows, rule)
  expect(keepOrder(new Map(rows), rule)).toBe(first)
  const backwards = { ...rule, compare: (a: Row, b: Row) => b.weight - a.weight }
  expect(keepOrder(rows, backwards).map(({ weight }) => weight)).toEqual([5, 4, 2, 1])
})
