import { expect, test } from 'vitest'
import { closedOverPole, spots } from '../../../src/map/land/shapes.ts'

const xs = (line: { x: number }[]) => line.map(({ x }) => Math.round(x * 1000) / 1000)

test('Land across the antimeridian stays in one piece instead of being drawn through the whole world.', () => {
  const chukotka = [
    [170, 66],
    [180, 66],
    [-175, 66],
    [-170, 66],
    [170, 66],
  ]
  expect(xs(spots(chukotka))).toEqual([0.972, 1, 1.014, 1.028, 0.972])
})

test('Land away from it is left as it is.', () => {
  expect(
    xs(
      spots([
        [0, 0],
        [90, 10],
        [0, 0],
      ]),
    ),
  ).toEqual([0.5, 0.75, 0.5])
})

test('Antarctica reaches down to the edge of the map.', () => {
  const coast = [
    [-180, -75],
    [-90, -75],
    [0, -75],
    [90, -75],
    [179, -75],
  ]
  const ring = closedOverPole(spots(coast))
  expect(ring.slice(-3).map(({ y }) => y === 1)).toEqual([true, true, false])
  expect(ring.at(-1)).toEqual(ring[0])
})

test('An island closes by itself.', () => {
  const island = spots([
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 0],
  ])
  expect(closedOverPole(island)).toBe(island)
})
