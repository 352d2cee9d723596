import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCell, findCell, newCellIndex } from '../../../src/customs/targeting/cell-index.ts'

test('Pairs are numbered as they are first seen, as a map would number them.', () => {
  const pair = fc.tuple(fc.integer({ min: -1, max: 300 }), fc.integer({ min: -1, max: 70_000 }))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 200 }), fc.array(pair, { maxLength: 50 }), (pairs, others) => {
      const index = newCellIndex()
      const map = new Map<string, number>()
      for (const [cell, code] of pairs) {
        const known = cell >= 0 && code >= 0
        if (known && !map.has(`${cell} ${code}`)) map.set(`${cell} ${code}`, map.size)
        expect(addCell(index, cell, code)).toBe(known ? map.get(`${cell} ${code}`) : -1)
      }
      for (const [cell, code] of [...pairs, ...others]) expect(findCell(index, cell, code)).toBe(map.get(`${cell} ${code}`) ?? -1)
    }),
  )
})
