import { measureLatency } from './measure-latency.ts'
import { measureBare, measureStored } from './measure-throughput.ts'
import { startPlatform } from './platform.ts'
import { toTable } from './table.ts'

export type IngestResult = {
  storedPerSecond: number
  bareSubscriberPerSecond: number
  ratioToBareSubscriber: number
  latency: Record<string, { p50Ms: number; p99Ms: number }>
  cpuSecondsPerMillion: number
  rssMb: number
  lost: number
}

// A round takes a few seconds; the median of three forgives one disturbance by whatever else the machine does.
const rounds = 3
const messagesPerRound = 100_000
const latencyRates = [1_000, 5_000]
const latencySeconds = 10

/**
 * How many messages a second ingest stores, with everything on, against what a bare mqtt.js subscriber takes from the same
 * publishers through the same broker. Both take turns, so that they meet the same machine.
 */
export const ingest = async ({ say }: { say: (line: string) => void }) => {
  say('Starting Mosquitto, InfluxDB, PostgreSQL, Redis and ingest')
  const platform = await startPlatform()
  try {
    say('Warming up')
    await measureStored(platform, messagesPerRound / 5)
    await measureBare(platform, messagesPerRound / 5)

    const bare: number[] = []
    const stored: { perSecond: number; cpuSeconds: number; lost: number }[] = []
    for (let round = 1; round <= rounds; round += 1) {
      bare.push(await measureBare(platform, messagesPerRound))
      stored.push(await measureStored(platform, messagesPerRound))
      say(`Round ${round}: bare subscriber ${Math.round(bare.at(-1) ?? 0)}/s, stored ${Math.round(stored.at(-1)?.perSecond ?? 0)}/s`)
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
      storedPerSecond: Math.round(storedPerSecond),
      bareSubscriberPerSecond: Math.round(bareSubscriberPerSecond),
      ratioToBareSubscriber: Number((storedPerSecond / bareSubscriberPerSecond).toFixed(3)),
      latency,
      cpuSecondsPerMillion: Number(((sum(stored.map((round) => round.cpuSeconds)) / (rounds * messagesPerRound)) * 1e6).toFixed(1)),
      rssMb: Math.round(platform.ingest.peakRssBytes() / 1e6),
      lost,
    }
    return { result, table: toTable(result) }
  } finally {
    await platform.stop()
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
