import type { JobName, Jobs } from '@lading/shared/jobs/names'
import { within } from '@lading/shared/within'
import { withoutValues } from '@lading/shared/without-values'
import type { Job } from 'bullmq'
import { backEndOf } from './back-end.ts'
import { reportOutage } from './report-outage.ts'

export type Handlers = { [Name in JobName]: (data: Jobs[Name]) => Promise<unknown> }

export type FailedJob = { name: JobName; data: Jobs[JobName]; attempt: number; willRetry: boolean }

type Options = {
  concurrency: number
  /** A handler threw. */
  onFailed: (error: Error, job: FailedJob) => void
  /** The queue itself is in trouble; it keeps trying by itself. */
  onError?: (error: Error) => void
  /** A handler finished, well or not. */
  onFinished?: (name: JobName, outcome: 'done' | 'failed', seconds: number) => void
  lockMs?: number
}

/**
 * Does the jobs that were asked for, `concurrency` at a time. At least once: a job whose process dies is taken up again after
 * about `lockMs`; one that fails is tried again with growing pauses, then kept as failed. Rejects when the queue does not answer.
 * `close` waits for the jobs at hand.
 */
export const openWorker = async (url: string, handlers: Partial<Handlers>, options: Options) => {
  const { concurrency, onFailed, onError = () => {}, onFinished = () => {}, lockMs = 15_000 } = options
  const report = reportOutage(onError)

  const work = async (job: Job) => {
    const name = job.name as JobName
    const handler = handlers[name] as ((data: unknown) => Promise<unknown>) | undefined
    if (!handler) throw new Error(`No handler for jobs named "${name}"`)
    const startedAt = performance.now()
    let outcome: 'done' | 'failed' = 'failed'
    try {
      await handler(job.data)
      outcome = 'done'
    } catch (error) {
      // What is thrown is kept with the job, for whoever can read the queue.
      throw withoutValues(error)
    } finally {
      onFinished(name, outcome, (performance.now() - startedAt) / 1000)
    }
  }

  const worker = backEndOf(url).worker(work, {
    concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    // A job that three times took its process with it is kept as failed rather than tried for ever.
    maxStalledCount: 3,
  })
  worker.on('error', report)
  worker.on('failed', (job, error) => {
    if (!job) return report(error)
    const willRetry = job.attemptsMade < (job.opts.attempts ?? 1)
    onFailed(error, { name: job.name as JobName, data: job.data, attempt: job.attemptsMade, willRetry })
  })
  try {
    await within(10_000, worker.waitUntilReady())
  } catch (error) {
    worker.close(true).catch(report)
    throw new Error('The job queue does not answer', { cause: error })
  }
  return { close: () => worker.close() }
}
