import { chooseStrength } from '@lading/models/customs/clearance/choose-strength'
import { learnClearance, predictClearance } from '@lading/models/customs/clearance/clearance'
import { type ClearanceState, settingsWith } from '@lading/models/customs/clearance/clearance-model'
import type { ClearanceMemory } from '@lading/models/customs/clearance/memory'
import { createUsualClearance } from '@lading/models/customs/clearance/usual-clearance'
import { latestClearances } from '@lading/store/postgres/clearance-outcome/read'
import type { Db } from '@lading/store/postgres/open'
import { clearedCase } from '../models/customs/cleared-case.ts'
import { hourMs } from '../models/fix.ts'
import { loadCustomsTables } from './customs-tables.ts'
import type { TestedCase, Trainable } from './trainable.ts'
import { readWindow, windowsOf, writeWindow } from './windows.ts'

/** The newest; to choose how far to believe them takes half a second for so many. */
const clearancesMost = 4_000

/** How long customs takes, learnt from clearances that are over, beside what is usual in the country. */
export const createCustomsTrainable = ({ db }: { db: Db }): Trainable => {
  const clearances = async () => (await latestClearances(db, clearancesMost)).map((row) => ({ id: row.id, ...clearedCase(row) }))
  return {
    name: 'customs',
    naive: 'what is usual in the country',
    isApplied: true,
    isUsedUntested: true,
    parts: async () => windowsOf((await clearances()).map(({ its }) => new Date(its.submittedAtMs))).map(writeWindow),
    test: async (part) => {
      const { from, until } = readWindow(part)
      const [all, tables] = await Promise.all([clearances(), loadCustomsTables(db)])
      const settingsFor = settingsWith(tables)
      const strength = chooseStrength(
        all.filter(({ outcome }) => outcome.clearedAtMs < from.getTime()),
        settingsFor,
      )
      const memory: ClearanceMemory = {}
      const usual = createUsualClearance(tables.figures)
      const asked = all.filter(({ its }) => its.submittedAtMs >= from.getTime() && its.submittedAtMs < until.getTime())
      const events = [
        ...all.map((cleared) => ({ atMs: cleared.outcome.clearedAtMs, asks: false, ...cleared })),
        ...asked.map((cleared) => ({ atMs: cleared.its.submittedAtMs, asks: true, ...cleared })),
        // What is cleared in the same instant was not known to who asked.
      ].sort((one, other) => one.atMs - other.atMs || Number(other.asks) - Number(one.asks))
      const tested: TestedCase[] = []
      for (const { asks, its, outcome } of events) {
        if (asks) {
          const { hours } = predictClearance(memory, its, { ...settingsFor(its), strength })
          const actual = Math.max(0, (outcome.clearedAtMs - its.submittedAtMs) / hourMs)
          tested.push({ ...hours, actual, naive: usual.hours(its.country, its.submittedAtMs), group: its.country })
        } else {
          learnClearance(memory, its, outcome, settingsFor(its))
          usual.learn(its, outcome.clearedAtMs)
        }
      }
      return tested
    },
    train: async () => {
      const [all, tables] = await Promise.all([clearances(), loadCustomsTables(db)])
      const settingsFor = settingsWith(tables)
      const memory: ClearanceMemory = {}
      for (const { its, outcome } of all) learnClearance(memory, its, outcome, settingsFor(its))
      const times = (of: (cleared: (typeof all)[number]) => number) => all.map(of).sort((one, other) => one - other)
      const [first, last] = [times(({ its }) => its.submittedAtMs)[0], times(({ outcome }) => outcome.clearedAtMs).at(-1)]
      return {
        windowFrom: first === undefined ? null : new Date(first),
        windowTo: last === undefined ? null : new Date(last),
        rows: all.length,
        state: { memory, strength: chooseStrength(all, settingsFor), learntUntil: all.at(-1)?.id ?? 0 } satisfies ClearanceState,
      }
    },
  }
}
