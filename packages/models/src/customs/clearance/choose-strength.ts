import { within01 } from '../../probability/log-odds.ts'
import { type Strength, usualStrength } from './believe.ts'
import { beliefOf, type ClearanceSettings, learnClearance } from './clearance.ts'
import type { ClearanceCase, ClearanceOutcome } from './clearance-case.ts'
import type { ClearanceMemory } from './memory.ts'
import { openHoursAfter } from './open-hours.ts'

export type Cleared = { its: ClearanceCase; outcome: ClearanceOutcome }

const factors = [0.25, 0.5, 1, 2, 4]

/**
 * How far to believe wider groups, by what would have been said of each case at the time: cases are asked about when they are submitted
 * and learnt when they are cleared (prequential log loss; Dawid 1984). With no history the usual strength stays.
 */
export const chooseStrength = (history: Cleared[], settingsFor: (its: ClearanceCase) => ClearanceSettings = () => ({})): Strength => {
  const events = history
    .flatMap((cleared) => [
      { atMs: cleared.its.submittedAtMs, asks: true, cleared },
      { atMs: cleared.outcome.clearedAtMs, asks: false, cleared },
    ])
    .filter(({ atMs }) => Number.isFinite(atMs))
    // What is cleared in the same instant was not known to who asked.
    .sort((one, other) => one.atMs - other.atMs || Number(other.asks) - Number(one.asks))

  const choices = factors.map((factor) => {
    const strength = { shares: usualStrength.shares * factor, hours: usualStrength.hours * factor }
    const memory: ClearanceMemory = {}
    const loss = { shares: 0, hours: 0 }
    for (const { asks, cleared } of events) {
      const { its, outcome } = cleared
      const settings = settingsFor(its)
      if (!asks) learnClearance(memory, its, outcome, settings)
      else {
        const { shares, logHours } = beliefOf(memory, its, { ...settings, strength })
        loss.shares -= Math.log(within01(shares[outcome.channel]))
        loss.hours += hoursLoss(logHours[outcome.channel], its, outcome, settings)
      }
    }
    return { strength, loss }
  })
  const least = (which: 'shares' | 'hours') =>
    choices.reduce((best, choice) => (choice.loss[which] < best.loss[which] ? choice : best)).strength[which]
  return history.length > 0 ? { shares: least('shares'), hours: least('hours') } : usualStrength
}

/** Less the logarithm of the normal density of log hours, up to a constant. */
const hoursLoss = (
  { mean, deviation }: { mean: number; deviation: number },
  { submittedAtMs }: ClearanceCase,
  { channel, clearedAtMs }: ClearanceOutcome,
  { isOpen }: ClearanceSettings,
) => {
  const gone = (clearedAtMs - submittedAtMs) / 3_600_000
  const hours = Math.max(0.25, channel === 'released' ? gone : openHoursAfter(submittedAtMs, isOpen)(gone))
  const spread = Math.max(0.05, deviation)
  return ((Math.log(hours) - mean) / spread) ** 2 / 2 + Math.log(spread)
}
