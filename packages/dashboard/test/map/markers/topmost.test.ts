import { expect, test } from 'vitest'
import { createTopmost } from '../../../src/map/markers/topmost.ts'

const view = { width: 400, height: 200, left: 0, top: 0, size: 1000 }
const marker = (id: string, x: number, y: number) => ({ id, x: x / 1000, y: y / 1000 })
const shown = (markers: ReturnType<typeof marker>[], over = view, spots = new Map()) => {
  const { count, x, index } = createTopmost()(markers, spots, over, 20, 4)
  return Array.from({ length: count }, (_, at) => [markers[index[at] as number]?.id, Math.round(x[at] as number)])
}

test('What lies outside the canvas is not drawn; the first to be drawn comes last.', () => {
  expect(shown([marker('a', 100, 100), marker('out', 500, 100), marker('b', 200, 100)])).toEqual([
    ['b', 190],
    ['a', 90],
  ])
})

test('Of markers in one spot only the one on top is drawn, and those beside it are.', () => {
  expect(shown([marker('below', 100, 100), marker('above', 101, 101), marker('beside', 112, 102)]).map(([id]) => id)).toEqual([
    'beside',
    'above',
  ])
})

test('A marker shows on every world in view, and one at the edge on both sides.', () => {
  const wide = { ...view, width: 2500, left: -1000 }
  expect(shown([marker('a', 100, 100)], wide).map(([, x]) => x)).toEqual([90, 1090, 2090])
  expect(shown([marker('edge', 995, 100)], { ...view, left: 0, width: 1000 }).map(([, x]) => x)).toEqual([-15, 985])
})

test('A marker under way is drawn where it is on its way.', () => {
  expect(shown([marker('a', 100, 100)], view, new Map([['a', { x: 0.2, y: 0.1 }]]))).toEqual([['a', 190]])
})
