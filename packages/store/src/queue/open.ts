import type { JobName, Jobs } from '@lading/shared/jobs/names'
import { within } from '@lading/shared/within'
import { backEndOf, queueName } from './back-end.ts'
import { reportOutage } from './report-outage.ts'

/** What to look at, and the name under which it is one and the same piece of work. */
export type JobRequest<Name extends JobName> = { data: Jobs[Name]; deduplicationId: string }

/** One piece of a flow. */
export type FlowStep<Name extends JobName> = { name: Name; data: Jobs[Name]; id: string }

export type Queue = {
  /**
   * Asks for work, many pieces at once. Of one `deduplicationId` at most one job waits, however often it is asked for; asked
   * for while that job runs, it runs once more afterwards. Rejects with QueueUnavailable within seconds when Redis or
   * PostgreSQL does not answer; some of the jobs may have been taken then, and asking again does no harm. Nothing is kept
   * to be sent later: work that was never asked for is found again by the sweep.
   */
  request: <Name extends JobName>(name: Name, jobs: JobRequest<Name>[]) => Promise<void>
  /**
   * Asks for many pieces of work and one that comes after them, all of it or nothing. `last` runs when each of `first` is done or was
   * given up, so it has to see for itself what there is. While a step waits or runs, another one with its id is not added. Rejects with
   * QueueUnavailable as `request` does.
   */
  flow: <First extends JobName, Last extends JobName>(first: FlowStep<First>[], last: FlowStep<Last>) => Promise<void>
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
  let flows: ReturnType<typeof backEnd.flows> | undefined

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
  const inTime = async <Answer>(work: () => Promise<Answer>) => {
    try {
      return await within(timeoutMs, work())
    } catch (cause) {
      throw new QueueUnavailable({ cause })
    }
  }
  const ask = <Answer>(work: (queue: ReturnType<typeof open>) => Promise<Answer>) => inTime(() => ready().then(work))
  const flowProducer = () => {
    if (flows) return flows
    flows = backEnd.flows()
    flows.on('error', report)
    return flows
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
    flow: async (first, last) => {
      // The queue first: it knows how to begin again after a connection that failed, which a producer of flows does not.
      await ask(async () => {})
      const children = first.map(({ name, data, id }) => ({
        name,
        data,
        queueName,
        opts: { ...jobOptions, jobId: id, ignoreDependencyOnFailure: true },
      }))
      await inTime(() =>
        flowProducer().add({ name: last.name, data: last.data, queueName, opts: { ...jobOptions, jobId: last.id }, children }),
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
      await Promise.all([current?.close(), flows?.close()])
    },
  }
}
