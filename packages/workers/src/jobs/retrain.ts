import type { Clock } from '@lading/shared/clock'
import { requestRun } from '@lading/store/postgres/model-run/request'
import type { Db } from '@lading/store/postgres/open'
import type { Queue } from '@lading/store/queue/open'
import type { Trainable } from '../training/trainable.ts'

type Deps = { db: Db; wallClock: Clock; queue: Pick<Queue, 'request'>; trainables: Trainable[] }

/** Asks for a test and training of every model; one that is under way goes on, and where its job was lost it is asked for again. */
export const createRetrainJob =
  ({ db, wallClock, queue, trainables }: Deps) =>
  async () => {
    for (const { name } of trainables) {
      const { id } = await requestRun(db, name, wallClock.now())
      await queue.request('train', [{ data: { runId: id, model: name }, deduplicationId: name }])
    }
  }
