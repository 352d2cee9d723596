import { Worker } from 'node:worker_threads'
import type { ArrivalState } from '@lading/models/arrival/arrival-model'
import type { FinishedStage, Stage } from '@lading/models/arrival/stage'
import type { HoursQuantiles } from '@lading/models/duration/journey'

export type LearnRequest = { past: FinishedStage[]; asked: Stage[] }
export type Learnt = { answers: HoursQuantiles[]; families: ArrivalState['families'] }

/**
 * Learns how long stages take and answers for those asked, in a thread of its own: it takes seconds, and shipments go on meanwhile.
 * Given up when the process stops; the job that wanted it comes back.
 */
export const createLearnAside =
  (stopping: AbortSignal) =>
  (workerData: LearnRequest): Promise<Learnt> =>
    new Promise((resolve, reject) => {
      const thread = new Worker(new URL('learn-thread.ts', import.meta.url), { workerData })
      const stop = () => void thread.terminate()
      stopping.addEventListener('abort', stop)
      thread.once('message', resolve)
      thread.once('error', reject)
      thread.once('exit', (code) => {
        stopping.removeEventListener('abort', stop)
        reject(new Error(`The thread that learns ended with code ${code} and no answer`))
      })
    })
