import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Rejection } from './rejection.ts'

type Settled = { stored: number; rejected: Rejection[]; ignored: number; late: number; repeated: number; acknowledged: number }

/**
 * What Prometheus may read about ingest. In messages of one reading each, received + replayed = stored + rejected + ignored + in flight, but
 * that a reading of which only the position is doubted is both stored and rejected.
 */
export const createMetrics = ({ inFlight }: { inFlight: () => number }) => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const counter = (name: string, help: string) => new Counter({ name: `lading_ingest_${name}_total`, help, registers })
  const received = counter('received', 'Messages taken off the broker')
  const acknowledged = counter('acknowledged', 'Messages acknowledged to the broker (QoS 1)')
  const stored = counter('stored', 'Readings stored')
  const ignored = counter('ignored', 'Messages that say nothing about goods')
  const late = counter('late', 'Readings stored that are older than the latest of their device')
  const repeated = counter('repeated', 'Readings that were there already, where that can be seen without looking for them')
  const replayed = counter('replayed', 'Dead letters that went through again because somebody asked for it')
  const failures = new Counter({
    name: 'lading_ingest_outages_total',
    help: 'Times that a stage began to fail and was repeated',
    labelNames: ['stage'],
    registers,
  })
  const rejected = new Counter({ name: 'lading_ingest_rejected_total', help: 'Dead letters kept', labelNames: ['reason'], registers })
  const batchSize = new Histogram({
    name: 'lading_ingest_batch_messages',
    help: 'Messages settled at once',
    buckets: [1, 10, 100, 500, 1000, 2000, 5000, 10000],
    registers,
  })
  const writeSeconds = new Histogram({
    name: 'lading_ingest_write_seconds',
    help: 'Seconds until the readings of a batch were durable, repetitions included',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    registers,
  })
  new Gauge({
    name: 'lading_ingest_in_flight',
    help: 'Messages taken but not settled',
    registers,
    collect() {
      this.set(inFlight())
    },
  })

  return {
    received: (messages: number) => received.inc(messages),
    replayed: (messages: number) => replayed.inc(messages),
    outage: (stage: string) => failures.inc({ stage }),
    timeWrite: async <Answer>(write: () => Promise<Answer>): Promise<Answer> => {
      const done = writeSeconds.startTimer()
      const answer = await write()
      done()
      return answer
    },
    settled: ({ stored: readings, rejected: rejections, ignored: messages, acknowledged: pubacks, ...order }: Settled, size: number) => {
      stored.inc(readings)
      late.inc(order.late)
      repeated.inc(order.repeated)
      ignored.inc(messages)
      acknowledged.inc(pubacks)
      for (const { reason } of rejections) rejected.inc({ reason })
      batchSize.observe(size)
    },
    text: () => registry.metrics(),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
