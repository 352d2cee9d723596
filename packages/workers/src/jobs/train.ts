import type { Clock } from '@lading/shared/clock'
import type { Jobs } from '@lading/shared/jobs/names'
import { startRun } from '@lading/store/postgres/model-run/start'
import type { Db } from '@lading/store/postgres/open'
import type { Queue } from '@lading/store/queue/open'
import type { Trainable } from '../training/trainable.ts'
import { trainableOf } from '../training/trainable-of.ts'

type Deps = { db: Db; clock: Clock; wallClock: Clock; queue: Pick<Queue, 'flow'>; trainables: Trainable[] }

/**
 * Begins a test and training: a flow of one job for each piece of the test, then one for the verdict and the training. Both back ends of
 * the queue keep flows; how far one is stands in PostgreSQL all the same, where the page that shows it asks anyway. Run twice, the steps
 * have the same names and are added once.
 */
export const createTrainJob =
  ({ db, clock, wallClock, queue, trainables }: Deps) =>
  async ({ runId, model }: Jobs['train']) => {
    const parts = await trainableOf(trainables, model).parts(clock.now())
    if (!(await startRun(db, runId, parts.length, wallClock.now()))) return
    await queue.flow(
      parts.map((part) => ({ name: 'train-part', data: { runId, model, part }, id: `${runId}-${part}` })),
      { name: 'train-finish', data: { runId, model }, id: `${runId}-finish` },
    )
  }
