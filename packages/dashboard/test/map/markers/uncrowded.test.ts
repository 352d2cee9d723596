import { expect, test } from 'vitest'
import { uncrowded } from '../../../src/map/markers/uncrowded.ts'

const box = (left: number, top: number) => ({ left, right: left + 100, top, bottom: top + 18 })
const label = (name: string, ...spots: [left: number, top: number][]) => ({
  name,
  spots: spots.map(([left, top], spot) => ({ spot, box: box(left, top) })),
})
const written = (labels: ReturnType<typeof label>[], marks?: Parameters<typeof uncrowded>[1]) =>
  uncrowded(labels, marks).map(({ label: { name }, spot: { spot } }) => `${name} ${spot}`)

test('Where names would cover each other the more important one is written.', () => {
  const labels = [label('destination', [0, 0]), label('airport beside it', [20, 6]), label('far away', [300, 0]), label('below', [0, 18])]
  expect(written(labels)).toEqual(['destination 0', 'far away 0', 'below 0'])
})

test('A name that is left out leaves its room to the next.', () => {
  const labels = [label('first', [0, 0]), label('covers first', [60, 0]), label('covers the second only', [130, 0])]
  expect(written(labels)).toEqual(['first 0', 'covers the second only 0'])
})

test('A name moves to the other side of its place before it yields.', () => {
  expect(written([label('destination', [0, 0]), label('origin', [20, 6], [-110, 6])])).toEqual(['destination 0', 'origin 1'])
})

test('A name that would cover a mark of the journey moves or yields.', () => {
  const mark = { left: 40, right: 54, top: 2, bottom: 16 }
  expect(written([label('hub', [0, 0], [0, 30]), label('depot', [10, 0])], [mark])).toEqual(['hub 1'])
})
