import type { JobName } from '@lading/shared/jobs/names'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Retained } from './jobs/retain.ts'

type Deps = { counts: () => Promise<Record<'waiting' | 'active' | 'delayed' | 'failed', number>> }

/** What Prometheus may read about the workers. */
export const createMetrics = ({ counts }: Deps) => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'lading_job_seconds',
    help: 'Seconds a job took, by its kind and how it ended',
    labelNames: ['job', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    registers,
  })
  new Gauge({
    name: 'lading_queue_jobs',
    help: 'Jobs in the queue, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset()
      // While the queue is away there is no figure; readiness says so, and the other figures are wanted then more than ever.
      const known = await counts().catch(() => ({}))
      for (const [state, count] of Object.entries(known)) this.set({ state }, count)
    },
  })
  const retained = new Counter({
    name: 'lading_retention_total',
    help: 'What went after it was kept for as long as the policy says; readings become hours',
    labelNames: ['what'],
    registers,
  })
  const mails = new Counter({
    name: 'lading_mails_total',
    help: 'Tries to send a message to a recipient, by mail or to a browser, by what came of it',
    labelNames: ['outcome'],
    registers,
  })
  return {
    mail: (outcome: 'sent' | 'postponed' | 'given-up') => mails.inc({ outcome }),
    retained: (counts: Retained) => {
      for (const [what, count] of Object.entries(counts)) retained.inc({ what }, count)
    },
    finished: (job: JobName, outcome: 'done' | 'failed', took: number) => seconds.observe({ job, outcome }, took),
    text: () => registry.metrics(),
  }
}
