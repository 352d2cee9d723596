import {
  byCountryAlone,
  type ClearanceModel,
  type ClearanceState,
  createClearanceModel,
} from '@lading/models/customs/clearance/clearance-model'
import { createUsualClearance } from '@lading/models/customs/clearance/usual-clearance'
import { type Clearance, clearancesAfter, latestClearances } from '@lading/store/postgres/clearance-outcome/read'
import { currentModel } from '@lading/store/postgres/model/current'
import { leadingVersion } from '@lading/store/postgres/model/leading'
import type { Db } from '@lading/store/postgres/open'
import { clearedCase } from '../models/customs/cleared-case.ts'
import { type CustomsTables, loadCustomsTables } from './customs-tables.ts'

/** Wall-clock time for which what is known stays good enough: outcomes, and what people set. */
const freshForMs = 10_000
const tablesFreshForMs = 60_000
const atATime = 5_000
/** The newest outcomes that are learnt from where no model was trained yet, and from which the usual is taken. */
const outcomesMost = 20_000

/**
 * What this process knows of customs. With the model in use and every outcome since; before there ever was one, with all outcomes as they
 * come; and where the model lost to the naive rule, with what the naive rule knows: what is published, and the last clearances of a
 * country. Answers from memory but for a look every few seconds.
 */
export const createClearanceKnowledge = ({ db }: { db: Db }) => {
  let tables: CustomsTables | undefined
  let tablesAt = Number.NEGATIVE_INFINITY
  let known: { what: string; model: ClearanceModel; learntUntil: number; simplified: boolean } | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined

  const hear = (its: NonNullable<typeof known>, outcomes: Clearance[]) => {
    for (const outcome of outcomes) {
      const { its: told, outcome: cleared } = clearedCase(outcome)
      its.model.learn(its.simplified ? byCountryAlone(told) : told, cleared)
      its.learntUntil = outcome.id
    }
  }

  const begin = async (what: string, isTested: boolean, isInUse: boolean) => {
    const { figures, isOpen } = tables as CustomsTables
    const usual = createUsualClearance(figures)
    const state = isInUse ? ((await currentModel(db, 'customs'))?.state as ClearanceState | null | undefined) : undefined
    const simplified = isTested && !state
    const outcomes = await latestClearances(db, outcomesMost)
    const { memory, strength, learntUntil } = state ?? { memory: {}, strength: undefined, learntUntil: 0 }
    for (const outcome of outcomes) if (outcome.id <= learntUntil) usual.learn(clearedCase(outcome).its, outcome.clearedAt.getTime())
    const model = createClearanceModel({ figures, isOpen, memory, usual, ...(strength && { strength }) })
    known = { what, model, learntUntil, simplified }
    hear(known, simplified ? lastOfEach(outcomes) : outcomes.filter(({ id }) => id > learntUntil))
    known.learntUntil = Math.max(learntUntil, outcomes.at(-1)?.id ?? 0)
  }

  const look = async () => {
    const isStale = performance.now() - tablesAt >= tablesFreshForMs
    if (isStale || !tables) {
      const loaded = await loadCustomsTables(db, tables)
      if (loaded !== tables) known = undefined
      tables = loaded
      tablesAt = performance.now()
    }
    const leading = await leadingVersion(db, 'customs')
    const what = !leading ? 'untested' : leading.inUse ? `version ${leading.version}` : 'none'
    if (known?.what !== what) await begin(what, leading !== undefined, leading?.inUse === true)
    while (known) {
      const outcomes = await clearancesAfter(db, known.learntUntil, atATime)
      hear(known, outcomes)
      if (outcomes.length < atATime) return
    }
  }

  return async (): Promise<ClearanceModel> => {
    if (!known || performance.now() - lookedAt >= freshForMs) {
      looking ??= look().finally(() => {
        lookedAt = performance.now()
        looking = undefined
      })
      await looking
    }
    return (known as NonNullable<typeof known>).model
  }
}

/** The naive rule knows so many of a country. */
const lastMost = 50

const lastOfEach = (outcomes: Clearance[]) =>
  [...Map.groupBy(outcomes, ({ country }) => country).values()]
    .flatMap((its) => its.slice(-lastMost))
    .sort((one, other) => one.id - other.id)
