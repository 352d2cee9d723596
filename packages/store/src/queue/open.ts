import type { JobName, Jobs } from '@lading/shared/jobs/names'
import { within } from '@lading/shared/within'
import { backEndOf } from './back-end.ts'
import { reportOutage } from './report-outage.ts'

/** What to look at, and the name under which it is one and the same piece of work. */
export type JobRequest<Name extends JobName> = { data: Jobs[Name]; deduplicationId: string }

export type Queue = {
  /**
   * Asks for work, many pieces at once. Of one `deduplicationId` at most one job waits, however often it is asked for; asked
   * for while that job runs, it runs once more afterwards. Rejects with QueueUnavailable within seconds when Redis or
   * PostgreSQL does not answer; some of the jobs may have been taken then, and asking again does no harm. Nothing is kept
   * to be sent later: work that was never asked for is found again by the sweep.
   */
  request: <Name extends JobName>(name: Name, jobs: JobRequest<Name>[]) => Promise<void>
  /** Has the job run every `everyMs` of wall-clock time, once for all worker processes. */
  repeat: <Name extends JobName>(name: Name, data: Jobs[Name], everyMs: number) => Promise<void>
  /** How many jobs wait, run, wait to be tried again, and were given up. */
  counts: () => Promise<{ waiting: number; active: number; delayed: number; failed: number }>
  /** The jobs that were given up, newest first. */
  failed: (limit: number) => Promise<{ name: JobName; data: Jobs[JobName]; attempts: number; reason: string; failedAt: Date }[]>
  close: () => Promise<void>
}

/** The queue does not answer now. */
export class QueueUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('The job queue does not answer', options)
    this.name = 'QueueUnavailable'
  }
}

const attempts = 5
const jobOptions = {
  attempts,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: { count: 1_000 },
}

type Options = { onError?: (error: Error) => void; timeoutMs?: number }

/** Opens the asking side of the queue. Returns at once and connects on first use; reconnects by itself. */
export const openQueue = (url: string, { onError = () => {}, timeoutMs = 2_000 }: Options = {}): Queue => {
  const backEnd = backEndOf(url)
  const report = reportOutage(onError)
  const open = () => {
    const queue = backEnd.queue({ defaultJobOptions: jobOptions })
    queue.on('error', report)
    return queue
  }
  let current: ReturnType<typeof open> | undefined

  // BullMQ remembers a failed first connection for ever, so a queue that never became ready is thrown away.
  const ready = async () => {
    current ??= open()
    const queue = current
    try {
      await queue.waitUntilReady()
      return queue
    } catch (error) {
      if (current === queue) current = undefined
      queue.close().catch(report)
      throw error
    }
  }
  const ask = async <Answer>(work: (queue: ReturnType<typeof open>) => Promise<Answer>) => {
    try {
      return await within(timeoutMs, ready().then(work))
    } catch (cause) {
      throw new QueueUnavailable({ cause })
    }
  }

  return {
    request: async (name, jobs) => {
      if (jobs.length === 0) return
      // In one order everywhere, because two processes that lock the same names in different orders wait for each other.
      const sorted = jobs.toSorted((a, b) => (a.deduplicationId < b.deduplicationId ? -1 : 1))
      await ask((queue) =>
        queue.addBulk(
          sorted.map(({ data, deduplicationId }) => ({
            name,
            data,
            opts: { deduplication: { id: `${name}/${deduplicationId}`, keepLastIfActive: true } },
          })),
        ),
      )
    },
    repeat: async (name, data, everyMs) => {
      await ask((queue) => queue.upsertJobScheduler(name, { every: everyMs }, { name, data, opts: { ...jobOptions, attempts: 1 } }))
    },
    counts: () =>
      ask(async (queue) => {
        const { waiting = 0, active = 0, delayed = 0, failed = 0 } = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
        return { waiting, active, delayed, failed }
      }),
    failed: (limit) =>
      ask(async (queue) => {
        const jobs = await queue.getFailed(0, limit - 1)
        return jobs.map((job) => ({
          name: job.name as JobName,
          data: job.data,
          attempts: job.attemptsMade,
          reason: job.failedReason ?? '',
          failedAt: new Date(job.finishedOn ?? job.timestamp),
        }))
      }),
    close: async () => {
      await current?.close()
    },
  }
}
