import { askCommonCause, newCommonCause, tellCommonCause } from '@lading/models/arrival/common-cause'
import { type PlanErrors, tellPlanErrors } from '@lading/models/arrival/plan-errors'
import type { FinishedStage } from '@lading/models/arrival/stage'
import { standardQuantile } from '@lading/models/distribution/normal'
import { usualCommonCause } from '@lading/models/duration/combine-stages'
import { seeded } from '@lading/models/random/seeded'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const leg: Omit<FinishedStage, 'actualHours'> = { kind: 'leg', mode: 'road', origin: 'A', destination: 'B', plannedHours: 10 }

/** So many journeys of five stages whose delays correlate so much. */
const world = (journeys: number, correlation: number, named = true) => {
  const random = seeded(11)
  const normal = () => standardQuantile(Math.min(0.999, Math.max(0.001, random())))
  const memory = newCommonCause()
  const errors: PlanErrors = {}
  for (let journey = 0; journey < journeys; journey += 1) {
    const common = normal()
    for (let at = 0; at < 5; at += 1) {
      const score = Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * normal()
      const stage = { ...leg, actualHours: 10 * Math.exp(0.2 * score), ...(named && { partOf: `${journey}` }) }
      tellCommonCause(memory, errors, stage)
      tellPlanErrors(errors, stage)
    }
  }
  return memory
}

describe('what stages of one journey have in common', () => {
  test('is what is usual until stages of one journey were seen.', () => {
    expect(askCommonCause(newCommonCause())).toBeCloseTo(usualCommonCause, 6)
    expect(askCommonCause(world(40, 0.8, false))).toBeCloseTo(usualCommonCause, 6)
  })

  test.each([0, 0.4, 0.8])('comes to be seen in their delays: %d.', (correlation) => {
    expect(Math.abs(askCommonCause(world(250, correlation)) - correlation)).toBeLessThan(0.11)
  })

  test('is a correlation that stages can have, whatever was told.', () => {
    const hours = fc.double({ min: 0, max: 10_000, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(hours, hours, fc.constantFrom('a', 'b', 'c')), { maxLength: 60 }), (list) => {
        const memory = newCommonCause()
        const errors: PlanErrors = {}
        for (const [plannedHours, actualHours, partOf] of list) {
          tellCommonCause(memory, errors, { ...leg, plannedHours, actualHours, partOf })
          tellPlanErrors(errors, { ...leg, plannedHours, actualHours })
        }
        expect(askCommonCause(memory)).toBeGreaterThanOrEqual(0)
        expect(askCommonCause(memory)).toBeLessThanOrEqual(0.9)
      }),
    )
  })
})
