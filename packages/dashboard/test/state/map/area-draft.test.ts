import type { Area } from '@lading/shared/domain/area'
import { expect, test } from 'vitest'
import {
  areaOf,
  draft,
  draftOf,
  drawnArea,
  newDraft,
  withMoved,
  withoutPoint,
  withPoint,
  withShape,
} from '../../../src/state/map/area-draft.ts'

const polygon: Area = {
  shape: 'polygon',
  ring: [
    [4, 51],
    [5, 51],
    [5, 52],
    [4, 51],
  ],
}

test.each<Area>([
  { shape: 'circle', centre: [4.1, 51.9], radiusM: 800 },
  polygon,
  {
    shape: 'corridor',
    line: [
      [4, 51],
      [5, 51],
    ],
    widthM: 500,
  },
])('A $shape that is opened to be changed and not changed is the same.', (area) => {
  expect(areaOf(draftOf(area))).toEqual(area)
})

test('Points are set, moved, put between and taken away; those of the map are brought onto the globe.', () => {
  const drawn = withPoint(withPoint(withShape(newDraft, 'polygon'), [179.5, 10]), [184.1234567, 11])
  expect(drawn.points).toEqual([
    [179.5, 10],
    [-175.87654, 11],
  ])
  expect(withPoint(drawn, [180, 10.5], 1).points[1]).toEqual([180, 10.5])
  expect(withMoved(drawn, 0, [179, 91]).points[0]).toEqual([179, 90])
  expect(withoutPoint(drawn, 0).points).toEqual([[-175.87654, 11]])
})

test('A circle has one point, which another click moves; a polygon that becomes one keeps its first.', () => {
  expect(withPoint(withPoint(newDraft, [1, 2]), [3, 4]).points).toEqual([[3, 4]])
  expect(withShape(draftOf(polygon), 'circle').points).toEqual([[4, 51]])
})

test('What is wrong with a drawing is known while it is drawn.', () => {
  draft.value = undefined
  expect(drawnArea.value).toBeUndefined()
  draft.value = draftOf(polygon)
  expect(drawnArea.value?.problems).toEqual([])
  draft.value = withPoint(withPoint(draftOf(polygon), [4.5, 51.9]), [4.9, 50.5])
  expect(drawnArea.value?.problems[0]?.code).toBe('crosses')
  draft.value = undefined
})
