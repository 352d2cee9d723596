import { fewestCases } from '@lading/models/accuracy/beside-naive'
import { type ArrivalMemory, newArrivalMemory, rememberStage } from '@lading/models/arrival/arrival-memory'
import { type ArrivalModel, type ArrivalState, createArrivalModel } from '@lading/models/arrival/arrival-model'
import { type ScoredWhole, wholesBy } from '@lading/models/arrival/whole-arrivals'
import type { Clock } from '@lading/shared/clock'
import { currentModel } from '@lading/store/postgres/model/current'
import { listModels } from '@lading/store/postgres/model/list'
import type { Db } from '@lading/store/postgres/open'
import { recentArrivalScores } from '@lading/store/postgres/prediction-score/recent-arrivals'
import { latestOutcomes, outcomesAfter } from '@lading/store/postgres/stage-outcome/read'
import { finishedStage } from '../models/eta/finished-stage.ts'

/** Wall-clock time for which what is known stays good enough. */
const freshForMs = 10_000
const scoresFreshForMs = 60_000
const atATime = 5_000
/** The newest stages that plans are compared with, and the newest scores: more than memories hold. */
const stagesRemembered = 4_000
const scoresRemembered = 3_000

/**
 * What this process knows of arrivals: the trained model in use, what stages have taken since and what plans were worth, told once each,
 * and what whole arrival times have been worth. Answers from memory but for a look every few seconds. Where the newest version was tested
 * on enough cases and did not win, stages are expected by fixed rules; what whole arrival times were worth counts all the same.
 */
export const createArrivalKnowledge = ({ db, clock }: { db: Db; clock: Clock }) => {
  const memory = newArrivalMemory()
  const fixedRules: ArrivalMemory = {
    planErrors: {},
    evenness: memory.evenness,
    commonCause: memory.commonCause,
    get wholes() {
      return memory.wholes
    },
  }
  let rememberedUntil: number | undefined
  let trained: { version: number; model: ArrivalModel; learntUntil: number } | undefined
  let untrained = createArrivalModel({ families: {} }, memory)
  let lookedAt = Number.NEGATIVE_INFINITY
  let scoresAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined

  const lookAtModels = async () => {
    const versions = (await listModels(db)).filter(({ name }) => name === 'arrival')
    const inUse = versions.find((version) => version.inUse)
    if (!inUse) {
      trained = undefined
      const lost = (versions[0]?.metrics.cases ?? 0) >= fewestCases
      untrained = createArrivalModel({ families: {} }, lost ? fixedRules : memory)
    } else if (inUse.version !== trained?.version) {
      const current = await currentModel(db, 'arrival')
      const state = current?.state as ArrivalState | null | undefined
      trained =
        current && state
          ? { version: current.version, model: createArrivalModel(state, memory), learntUntil: state.learntUntil }
          : undefined
    }
  }

  const lookAtStages = async () => {
    if (rememberedUntil === undefined) {
      const latest = await latestOutcomes(db, stagesRemembered)
      for (const outcome of latest) rememberStage(memory, finishedStage(outcome))
      rememberedUntil = latest.at(-1)?.id ?? 0
    }
    for (;;) {
      const outcomes = await outcomesAfter(db, Math.min(rememberedUntil, trained?.learntUntil ?? rememberedUntil), atATime)
      for (const outcome of outcomes) {
        const stage = finishedStage(outcome)
        if (trained && outcome.id > trained.learntUntil) {
          trained.model.learn(stage)
          trained.learntUntil = outcome.id
        }
        if (outcome.id > rememberedUntil) {
          rememberStage(memory, stage)
          rememberedUntil = outcome.id
        }
      }
      if (outcomes.length < atATime) return
    }
  }

  const lookAtScores = async () => {
    if (performance.now() - scoresAt < scoresFreshForMs) return
    scoresAt = performance.now()
    const scored = (await recentArrivalScores(db, scoresRemembered)).map(({ shipmentId, mode, madeAt, addedUp, actual }): ScoredWhole => {
      return { journey: shipmentId, mode: mode ?? '', hours: addedUp, madeAtMs: madeAt.getTime(), actualHours: actual }
    })
    memory.wholes = wholesBy(scored, clock.now().getTime())
  }

  const look = async () => {
    await lookAtModels()
    await lookAtStages()
    await lookAtScores()
  }

  return async (): Promise<ArrivalModel> => {
    if (performance.now() - lookedAt >= freshForMs) {
      looking ??= look().finally(() => {
        lookedAt = performance.now()
        looking = undefined
      })
      await looking
    }
    return trained?.model ?? untrained
  }
}
