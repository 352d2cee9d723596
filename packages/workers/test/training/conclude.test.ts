import { besideNaive } from '@lading/models/accuracy/beside-naive'
import { figuresOf } from '@lading/models/accuracy/figures'
import { describe, expect, it } from 'vitest'
import { conclude } from '../../src/training/conclude.ts'

// Errors that differ from case to case, as a test of differences needs.
const part = (error: number, naiveError: number, cases: number, group = '') => {
  const all = Array.from({ length: cases }, (_, at) => ({
    ...{ p10: 0, p50: 10 + error * (1 + (at % 5) / 10), p90: 20 },
    ...{ actual: 10, naive: 10 + naiveError * (1 + (at % 3) / 10) },
  }))
  return { group, figures: figuresOf(all) ?? null, beside: besideNaive(all) }
}
const applied = { naive: 'the plan', isApplied: true, wasInUse: true }

describe('The verdict of a test on the past', () => {
  it('counts all parts together and no group twice, and says by how much the model is better.', () => {
    const { inUse, reason, why, metrics } = conclude([part(1, 2, 20), part(1, 2, 20, 'a lane'), part(1, 2, 25)], {
      ...applied,
      wasInUse: false,
    })
    expect(inUse).toBe(true)
    expect(metrics).toMatchObject({ cases: 45, coverage: 1 })
    expect(reason).toMatch(/^Tested on 45 cases of the past, 4\d % better than the plan\.$/)
    expect(why).toEqual({ code: 'better', cases: 45, improvement: metrics.improvement, isWatched: false })
  })

  it('puts a model out of use that loses to the naive rule, and says so.', () => {
    const { inUse, reason } = conclude([part(2, 1, 60)], applied)
    expect(inUse).toBe(false)
    expect(reason).toMatch(/worse than the plan/)
  })

  it('leaves things as they are where there is too little to tell.', () => {
    expect([true, false].map((wasInUse) => conclude([part(1, 3, 12)], { ...applied, wasInUse }).inUse)).toEqual([true, false])
    expect(conclude([], applied).reason).toBe('Only 0 cases of the past to test on: too few to tell whether it is better than the plan.')
  })

  it('uses no model that is only watched, however good it looks.', () => {
    const watched = conclude([part(1, 3, 60)], { ...applied, isApplied: false, wasInUse: false })
    expect(watched.inUse).toBe(false)
    expect(watched.why).toMatchObject({ code: 'better', isWatched: true })
    expect(watched.reason).toMatch(/better than the plan\. Predictions are not made with it yet\.$/)
  })
})
