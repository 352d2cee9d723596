import type { ArrivalState } from '@lading/models/arrival/arrival-model'
import type { FinishedStage, Stage } from '@lading/models/arrival/stage'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import { inThread } from '@lading/process/in-thread'

export type LearnRequest = { past: FinishedStage[]; asked: Stage[] }
export type Learnt = { answers: HoursQuantiles[]; families: ArrivalState['families'] }

/**
 * Learns how long stages take and answers for those asked, in a thread of its own: it takes seconds, and shipments go on meanwhile.
 * Given up when the process stops; the job that wanted it comes back.
 */
export const createLearnAside =
  (stopping: AbortSignal) =>
  (request: LearnRequest): Promise<Learnt> =>
    inThread(new URL('learn-thread.ts', import.meta.url), request, { what: 'learns', stopping })
