import { type Strength, usualStrength } from './believe.ts'
import { type ClearanceSettings, learnClearance } from './clearance.ts'
import type { ClearanceCase, ClearanceOutcome } from './clearance-case.ts'
import type { ClearanceMemory } from './memory.ts'
import type { IsOpen } from './open-hours.ts'
import type { PublishedFigures } from './published-figures.ts'
import { type TimeToRelease, type Told, timeToRelease } from './time-to-release.ts'
import type { Usual } from './usual-clearance.ts'

/** What is kept of a trained model. JSON can carry it. */
export type ClearanceState = {
  memory: ClearanceMemory
  strength: Strength
  /** The last outcome it learnt from; whoever goes on with it tells it those that came after. */
  learntUntil: number
}

export type KnownCase = Omit<ClearanceCase, 'submittedAtMs'>

/** What is known of customs: what is published, when offices work, and what came of past clearances. */
export type ClearanceModel = {
  timeToRelease: (its: KnownCase, told: Told, nowMs: number) => TimeToRelease
  learn: (its: ClearanceCase, outcome: ClearanceOutcome) => void
  /** Hours from submission to release by the naive rule. */
  usualHours: (country: string, atMs: number) => number
}

type Tables = {
  figures: (country: string) => PublishedFigures[]
  /** Nothing where it is not known when the office works. */
  isOpen: (office: string | undefined) => IsOpen | undefined
}

/** What is known of a case besides outcomes: what is published of its country, and when its office works. */
export const settingsWith =
  ({ figures, isOpen }: Tables) =>
  ({ country, office }: KnownCase): ClearanceSettings => {
    const open = isOpen(office)
    return { figures: figures(country), ...(open && { isOpen: open }) }
  }

type Known = Tables & { memory: ClearanceMemory; strength?: Strength; usual: Usual }

export const createClearanceModel = ({ memory, strength = usualStrength, usual, ...tables }: Known): ClearanceModel => {
  const plain = settingsWith(tables)
  const settingsFor = (its: KnownCase): ClearanceSettings => ({ ...plain(its), strength })
  return {
    timeToRelease: (its, told, nowMs) => timeToRelease(memory, its, told, nowMs, settingsFor(its)),
    learn: (its, outcome) => {
      learnClearance(memory, its, outcome, settingsFor(its))
      usual.learn(its, outcome.clearedAtMs)
    },
    usualHours: usual.hours,
  }
}

/** What is left of a case where only the country counts, as it does for the naive rule. */
export const byCountryAlone = ({ country, missingDocuments, restrictions, ...rest }: ClearanceCase): ClearanceCase => ({
  country,
  submittedAtMs: rest.submittedAtMs,
  ...(missingDocuments && { missingDocuments }),
  ...(restrictions && { restrictions }),
})
