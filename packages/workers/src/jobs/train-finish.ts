import type { Clock } from '@lading/shared/clock'
import type { Jobs } from '@lading/shared/jobs/names'
import { backtestsOf } from '@lading/store/postgres/backtest/of-run'
import { currentModel } from '@lading/store/postgres/model/current'
import { leadingVersion } from '@lading/store/postgres/model/leading'
import { saveModel } from '@lading/store/postgres/model/save'
import { useModel } from '@lading/store/postgres/model/use'
import { finishRun } from '@lading/store/postgres/model-run/finish'
import { isRunning } from '@lading/store/postgres/model-run/is-running'
import type { Db } from '@lading/store/postgres/open'
import { conclude } from '../training/conclude.ts'
import type { Trainable } from '../training/trainable.ts'
import { trainableOf } from '../training/trainable-of.ts'

const nothingYet = 'There is nothing to learn from yet.'

type Deps = { db: Db; clock: Clock; wallClock: Clock; trainables: Trainable[] }

/**
 * The verdict of a test and the model trained on everything. A version that is not used takes the one before it out of use as well: it
 * is the same way of predicting that lost. Run again after a crash between saving and finishing, it makes one more version, no harm.
 */
export const createTrainFinishJob =
  ({ db, clock, wallClock, trainables }: Deps) =>
  async ({ runId, model }: Jobs['train-finish']) => {
    if (!(await isRunning(db, runId))) return
    const trainable = trainableOf(trainables, model)
    try {
      const [before, leading, parts] = await Promise.all([currentModel(db, model), leadingVersion(db, model), backtestsOf(db, runId)])
      const fitted = await trainable.train(clock.now(), parts)
      if (fitted.rows === 0) return await finishRun(db, runId, { outcome: nothingYet }, wallClock.now())
      const wasInUse = before !== undefined || (trainable.isUsedUntested === true && !leading)
      const { inUse, reason, why, metrics } = conclude(parts, { ...trainable, wasInUse })
      const version = await saveModel(db, { name: model, trainedAt: clock.now(), ...fitted, metrics, inUse, reason, why })
      if (before && !inUse) await useModel(db, { name: model, version: before.version, inUse: false, reason, why })
      await finishRun(db, runId, { outcome: reason, version }, wallClock.now())
    } catch (error) {
      // Whoever waits for it sees why it came to nothing; the queue keeps the job and its error as well.
      await finishRun(db, runId, { outcome: error instanceof Error ? error.message : String(error), failed: true }, wallClock.now())
      throw error
    }
  }
