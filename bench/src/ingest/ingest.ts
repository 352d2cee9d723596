import { measureLatency } from './measure-latency.ts'
import { measureBare, measureStored } from './measure-throughput.ts'
import { type Mode, messagesPerRound } from './mode.ts'
import { startPlatform } from './platform.ts'
import type { IngestResult } from './result.ts'
import { toTable } from './table.ts'

// A round takes a few seconds; the median of three forgives one disturbance by whatever else the machine does.
const rounds = 3
const latencyRates = [1_000, 5_000]
const latencySeconds = 10

/**
 * How many messages a second ingest stores, with everything on, against what a bare mqtt.js subscriber takes from the same
 * publishers through the same broker, or a bare Fastify route by HTTP. Both take turns, so that they meet the same machine.
 */
export const ingest = async ({ mode, say }: { mode: Mode; say: (line: string) => void }) => {
  const messages = messagesPerRound[mode]
  say(starting[mode])
  const platform = await startPlatform(mode)
  try {
    say('Warming up')
    await measureStored(platform, messages / 5)
    await measureBare(platform, messages / 5)

    const bare: number[] = []
    const stored: { perSecond: number; cpuSeconds: number; lost: number }[] = []
    for (let round = 1; round <= rounds; round += 1) {
      bare.push(await measureBare(platform, messages))
      stored.push(await measureStored(platform, messages))
      say(`Round ${round}: bare ${Math.round(bare.at(-1) ?? 0)}/s, stored ${Math.round(stored.at(-1)?.perSecond ?? 0)}/s`)
    }

    const latency: IngestResult['latency'] = {}
    let lost = sum(stored.map((round) => round.lost))
    for (const rate of latencyRates) {
      const measured = await measureLatency(platform, { rate, seconds: latencySeconds })
      latency[rate] = { p50Ms: measured.p50Ms, p99Ms: measured.p99Ms }
      lost += measured.lost
      say(`At ${rate}/s: p50 ${measured.p50Ms} ms, p99 ${measured.p99Ms} ms`)
    }

    const storedPerSecond = median(stored.map((round) => round.perSecond))
    const bareSubscriberPerSecond = median(bare)
    const result: IngestResult = {
      mode,
      storedPerSecond: Math.round(storedPerSecond),
      bareSubscriberPerSecond: Math.round(bareSubscriberPerSecond),
      ratioToBareSubscriber: Number((storedPerSecond / bareSubscriberPerSecond).toFixed(3)),
      latency,
      cpuSecondsPerMillion: Number(((sum(stored.map((round) => round.cpuSeconds)) / (rounds * messages)) * 1e6).toFixed(1)),
      rssMb: Math.round(platform.ingest.peakRssBytes() / 1e6),
      lost,
    }
    return { result, table: toTable(result) }
  } finally {
    await platform.stop()
  }
}

const starting: Record<Mode, string> = {
  real: 'Starting Mosquitto, InfluxDB, PostgreSQL, Redis and ingest',
  embedded: 'Starting the embedded broker, PostgreSQL and ingest',
  http: 'Starting Mosquitto, InfluxDB, PostgreSQL, Redis, ingest and the api',
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
