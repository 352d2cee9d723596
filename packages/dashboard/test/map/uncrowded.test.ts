import { expect, test } from 'vitest'
import { uncrowded } from '../../src/map/uncrowded.ts'

const label = (name: string, left: number, top: number) => ({ name, box: { left, right: left + 100, top, bottom: top + 18 } })

test('Where names would cover each other the more important one is written.', () => {
  const labels = [label('destination', 0, 0), label('airport beside it', 20, 6), label('far away', 300, 0), label('just below', 0, 18)]
  expect(uncrowded(labels).map(({ name }) => name)).toEqual(['destination', 'far away', 'just below'])
})

test('A name that is left out leaves its room to the next.', () => {
  const labels = [label('first', 0, 0), label('covers first', 60, 0), label('covers the second only', 130, 0)]
  expect(uncrowded(labels).map(({ name }) => name)).toEqual(['first', 'covers the second only'])
})
