import type { Mode } from './mode.ts'

export type IngestResult = {
  mode: Mode
  storedPerSecond: number
  bareSubscriberPerSecond: number
  ratioToBareSubscriber: number
  latency: Record<string, { p50Ms: number; p99Ms: number }>
  cpuSecondsPerMillion: number
  rssMb: number
  lost: number
}
