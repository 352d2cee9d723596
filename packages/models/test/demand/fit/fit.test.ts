import { describe, expect, it } from 'vitest'
import { solveSymmetric } from '../../../src/demand/fit/least-squares.ts'
import { minimise } from '../../../src/demand/fit/nelder-mead.ts'

describe('the simplex search', () => {
  const bowl = (point: Float64Array) => ((point[0] as number) - 3) ** 2 + 10 * ((point[1] as number) + 1) ** 2

  it('finds the bottom of a bowl', () => {
    const { point, value } = minimise(bowl, [0, 0], [-10, -10], [10, 10], { evaluations: 400, tolerance: 1e-12 })
    expect(point[0]).toBeCloseTo(3, 3)
    expect(point[1]).toBeCloseTo(-1, 3)
    expect(value).toBeCloseTo(0, 5)
  })

  it('stays within its bounds', () => {
    const { point } = minimise(bowl, [0, 0], [-10, 0], [2, 10], { evaluations: 400 })
    expect(point[0]).toBeCloseTo(2, 3)
    expect(point[1]).toBeCloseTo(0, 3)
  })

  it('does no more work than it may', () => {
    let count = 0
    const counted = (point: Float64Array) => {
      count += 1
      return bowl(point)
    }
    minimise(counted, [0, 0], [-10, -10], [10, 10], { evaluations: 50, tolerance: 0 })
    expect(count).toBeLessThanOrEqual(53)
  })
})

describe('linear equations', () => {
  it('are solved', () => {
    const right = Float64Array.of(5, 10)
    expect(solveSymmetric(Float64Array.of(2, 1, 1, 3), right, 2)).toBe(true)
    expect(right[0]).toBeCloseTo(1, 6)
    expect(right[1]).toBeCloseTo(3, 6)
  })

  it('that contradict each other are refused', () => {
    expect(solveSymmetric(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1), 2)).toBe(false)
  })
})
