import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalSurvival } from '../../src/distribution/normal-survival.ts'
import { hoursOfTable, quantilesOfTable, tableOf } from '../../src/duration/hours-table.ts'

const logNormal = (middle: number, deviation: number) => (hours: number) =>
  hours > 0 ? normalSurvival((Math.log(hours) - Math.log(middle)) / deviation) : 1

const twoSeconds = 2 / 3600

test('A table gives back the distribution that it was made of, within two parts in a hundred or two seconds.', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.3, max: 500, noNaN: true }), fc.double({ min: 0.05, max: 1.5, noNaN: true }), (middle, deviation) => {
      const table = tableOf(logNormal(middle, deviation), 1e6)
      for (const score of [-2, -1.28, -0.5, 0, 0.3, 1.28, 2.5]) {
        const hours = middle * Math.exp(deviation * score)
        expect(Math.abs(hoursOfTable(table, score) - hours)).toBeLessThan(0.02 * hours + twoSeconds)
      }
    }),
    { numRuns: 50 },
  )
})

test('Hours rise with the level, also where a chance is lost in one step.', () => {
  // Half is over at once, the rest when the office opens after 60 hours.
  const table = tableOf((hours) => (hours <= 0 ? 0.5 : hours < 60 ? 0.5 : 0), 1000)
  expect(quantilesOfTable(table)).toMatchObject({ p10: 0, p90: expect.closeTo(60, 1) })
  for (let at = 1; at < table.length; at += 1) expect(table[at]).toBeGreaterThanOrEqual(table[at - 1] as number)
})

test('What is not over by the end counts as over then.', () =>
  expect(quantilesOfTable(tableOf(() => 1, 48))).toEqual({ p10: 48, p50: 48, p90: 48 }))
