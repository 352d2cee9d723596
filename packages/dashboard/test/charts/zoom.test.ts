import { expect, test } from 'vitest'
import { movedTo, zoomedBy, zoomedTo } from '../../src/charts/zoom.ts'

const hour = 3600_000
const whole = { from: 0, to: 100 * hour }
const hours = (from: number, to: number) => ({ from: from * hour, to: to * hour })

test('Zooming in halves what is seen around an instant, which stays where it is.', () => {
  expect(zoomedBy(0.5, whole, whole, 20 * hour)).toEqual(hours(10, 60))
  expect(zoomedBy(0.5, hours(10, 60), whole, 20 * hour)).toEqual(hours(15, 40))
})

test('Zooming out ends with the whole, and never shows what lies beyond it.', () => {
  expect(zoomedBy(2, hours(0, 20), whole, 10 * hour)).toEqual(hours(0, 40))
  expect(zoomedBy(2, hours(30, 90), whole, 60 * hour)).toBeUndefined()
})

test('Dragging shows what was dragged over, from either side, and no less than a quarter of an hour.', () => {
  expect(zoomedTo(40 * hour, 30 * hour, whole)).toEqual(hours(30, 40))
  expect(zoomedTo(40 * hour, 40 * hour, whole)).toEqual(hours(40, 40.25))
})

test('What is seen follows an instant that leaves it, as far as there is something.', () => {
  expect(movedTo(hours(30, 40), whole, 41 * hour)).toEqual(hours(31, 41))
  expect(movedTo(hours(30, 40), whole, 35 * hour)).toEqual(hours(30, 40))
  expect(movedTo(hours(1, 11), whole, -hour)).toEqual(hours(0, 10))
})
