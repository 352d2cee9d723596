import type { IngestResult } from './result.ts'

export const toTable = (result: IngestResult) =>
  [
    ['stored', `${result.storedPerSecond} messages/s`],
    [result.mode === 'http' ? 'bare Fastify route' : 'bare subscriber', `${result.bareSubscriberPerSecond} messages/s`],
    ['ratio', String(result.ratioToBareSubscriber)],
    ...Object.entries(result.latency).map(([rate, { p50Ms, p99Ms }]) => [
      `publish to stored at ${rate}/s`,
      `p50 ${p50Ms} ms, p99 ${p99Ms} ms`,
    ]),
    ['CPU of ingest', `${result.cpuSecondsPerMillion} s per million messages`],
    ['memory of ingest', `${result.rssMb} MB at most`],
    ['lost', String(result.lost)],
  ]
    .map(([name = '', value]) => `${name.padEnd(28)}${value}`)
    .join('\n')
