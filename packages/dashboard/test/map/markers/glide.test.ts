import { expect, test } from 'vitest'
import { createGlide } from '../../../src/map/markers/glide.ts'

const at = (x: number) => [{ id: 'a', x, y: 0.5 }]
const lively = () => false

test('A marker moves to its new place in steps and then rests.', () => {
  const glide = createGlide(lively)
  expect(glide(at(0.5), 0).moving).toBe(false)
  const first = glide(at(0.51), 1000)
  expect(first.moving).toBe(true)
  expect(first.spots.get('a')?.x).toBeGreaterThan(0.5)
  expect(first.spots.get('a')?.x).toBeLessThan(0.51)
  let step = first
  for (let ms = 1016; step.moving && ms < 3000; ms += 16) step = glide(at(0.51), ms)
  expect(step).toEqual({ spots: new Map([['a', { x: 0.51, y: 0.5 }]]), moving: false })
})

test('Over the antimeridian a marker does not fly across the world.', () => {
  const glide = createGlide(lively)
  glide(at(0.999), 0)
  expect(glide(at(0.001), 1000)).toEqual({ spots: new Map([['a', { x: 0.001, y: 0.5 }]]), moving: false })
})

test('Who asked for less motion sees markers in their new place at once.', () => {
  const glide = createGlide(() => true)
  glide(at(0.5), 0)
  expect(glide(at(0.51), 16).moving).toBe(false)
})
