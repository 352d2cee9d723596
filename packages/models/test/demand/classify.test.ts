import { describe, expect, it } from 'vitest'
import { classify } from '../../src/demand/classify.ts'
import { fillGaps } from '../../src/demand/fill-gaps.ts'

describe('demand', () => {
  it.each([
    ['smooth', [5, 6, 5, 4, 6, 5]],
    ['erratic', [1, 9, 1, 2, 30, 1]],
    ['intermittent', [0, 2, 0, 2, 0, 3]],
    ['lumpy', [0, 1, 0, 0, 30, 0, 1]],
    ['none', [0, 0, Number.NaN]],
    ['smooth', [5, Number.NaN, Number.NaN, 5, Number.NaN]],
  ])('is %s by how often and in what sizes it comes', (demandClass, values) => {
    expect(classify(values)).toBe(demandClass)
  })
})

describe('gaps', () => {
  it('are filled along the line between their neighbours, and level at the ends', () => {
    expect(Array.from(fillGaps([Number.NaN, 2, Number.NaN, Number.NaN, 5, Number.NaN], 1))).toEqual([2, 2, 3, 4, 5, 5])
  })

  it('are filled half with what the season says', () => {
    expect(Array.from(fillGaps([1, 9, 1, Number.NaN, 1, 9], 2))).toEqual([1, 9, 1, 5, 1, 9])
  })

  it('are nothing but gaps where nothing was ever known', () => {
    expect(Array.from(fillGaps([Number.NaN, Number.NaN], 1))).toEqual([0, 0])
  })
})
