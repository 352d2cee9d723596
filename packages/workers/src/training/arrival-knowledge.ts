import { type ArrivalModel, type ArrivalState, createArrivalModel } from '@lading/models/arrival/arrival-model'
import { currentModel } from '@lading/store/postgres/model/current'
import { listModels } from '@lading/store/postgres/model/list'
import type { Db } from '@lading/store/postgres/open'
import { outcomesAfter } from '@lading/store/postgres/stage-outcome/read'
import { finishedStage } from '../models/eta/finished-stage.ts'

/** Wall-clock time for which what is known stays good enough. */
const freshForMs = 10_000
const atATime = 5_000

/**
 * What this process knows of stage durations: the model in use and every outcome since, told once each. Answers from memory but for a
 * look every few seconds; nothing where no model is in use.
 */
export const createArrivalKnowledge = ({ db }: { db: Db }) => {
  let known: { version: number; model: ArrivalModel; learntUntil: number } | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined

  const look = async () => {
    const inUse = (await listModels(db)).find(({ name, inUse }) => name === 'arrival' && inUse)
    if (!inUse) known = undefined
    else if (inUse.version !== known?.version) {
      const current = await currentModel(db, 'arrival')
      const state = current?.state as ArrivalState | null | undefined
      known = current && state ? { version: current.version, model: createArrivalModel(state), learntUntil: state.learntUntil } : undefined
    }
    if (!known) return
    for (;;) {
      const outcomes = await outcomesAfter(db, known.learntUntil, atATime)
      for (const outcome of outcomes) {
        known.model.learn(finishedStage(outcome))
        known.learntUntil = outcome.id
      }
      if (outcomes.length < atATime) return
    }
  }

  return async (): Promise<ArrivalModel | undefined> => {
    if (performance.now() - lookedAt >= freshForMs) {
      looking ??= look().finally(() => {
        lookedAt = performance.now()
        looking = undefined
      })
      await looking
    }
    return known?.model
  }
}
