import { expect, test } from 'vitest'
import { usualStrength } from '../../../src/customs/clearance/believe.ts'
import { type Cleared, chooseStrength } from '../../../src/customs/clearance/choose-strength.ts'
import { seeded } from '../../../src/random/seeded.ts'

const dayMs = 86_400_000

/** Offices of one country, one case a day: all alike, or each with a habit of its own. */
const history = (differ: boolean): Cleared[] => {
  const random = seeded(2)
  return Array.from({ length: 600 }, (_, day) => {
    const office = day % 20
    const examined = random() < (differ ? (office % 2 === 0 ? 0.95 : 0.02) : 0.3)
    const hours = Math.exp((differ ? office % 5 : 2) + 0.8 * (random() + random() + random() - 1.5) * 2)
    const submittedAtMs = Date.UTC(2024, 0, 1) + day * dayMs
    return {
      its: { country: 'AA', office: `office ${office}`, submittedAtMs },
      outcome: { channel: examined ? 'examination' : 'released', clearedAtMs: submittedAtMs + hours * 3_600_000 },
    }
  })
}

test('Offices that differ are believed sooner than offices that are alike.', () => {
  const [alike, different] = [chooseStrength(history(false)), chooseStrength(history(true))]
  expect(different.shares).toBeLessThan(alike.shares)
  expect(different.hours).toBeLessThan(alike.hours)
})

test('Without a history the usual strength stays.', () => {
  expect(chooseStrength([])).toEqual(usualStrength)
})
