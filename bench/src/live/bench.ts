import { buildDashboard } from '@lading/launcher/dashboard-build'
import { type Bench, numberFlag } from '../platform/bench.ts'
import { createClosers } from '../platform/closers.ts'
import { columns } from '../platform/columns.ts'
import { type BrowserFigures, measureBrowser } from './measure-browser.ts'
import { type ClientsFigures, measureClients } from './measure-clients.ts'
import { startLivePlatform } from './platform.ts'

export type LiveResult = { bench: 'live'; assets: number; browser: BrowserFigures[]; clients: ClientsFigures }

const browserRates = [1_000, 5_000]

/** How long a reading takes from its device to a screen, and how many screens one api process carries. */
export const liveBench: Bench = {
  flags: { assets: { type: 'string' }, clients: { type: 'string' }, rate: { type: 'string' }, seconds: { type: 'string' } },
  usage: '[--assets N] [--clients N] [--rate MESSAGES_PER_SECOND_TO_CLIENTS] [--seconds N]',
  run: async (flags, say) => {
    const assets = numberFlag(flags, 'assets', 10_000)
    const clients = numberFlag(flags, 'clients', 1_000)
    const rate = numberFlag(flags, 'rate', 200)
    const seconds = numberFlag(flags, 'seconds', 15)
    const closers = createClosers()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => closers.stop().finally(() => process.exit(130)))
    try {
      say('Starting the platform')
      await buildDashboard()
      const platform = await startLivePlatform(assets, closers)
      const result: LiveResult = { bench: 'live', assets, browser: [], clients: await measureClients(platform, { clients, rate, seconds }) }
      say(`clients: ${JSON.stringify(result.clients)}`)
      for (const each of browserRates) {
        result.browser.push(await measureBrowser(platform, { rate: each, seconds }))
        say(`browser: ${JSON.stringify(result.browser.at(-1))}`)
      }
      return { result, table: toTable(result) }
    } finally {
      await closers.stop()
    }
  },
}

const toTable = ({ browser, clients }: LiveResult) =>
  columns([
    ['what', 'figure'],
    ...browser.map(({ rate, p50Ms, p99Ms, p95FrameMs }) => [
      `device to screen at ${rate}/s`,
      `p50 ${p50Ms} ms, p99 ${p99Ms} ms; p95 of frames ${p95FrameMs} ms`,
    ]),
    [`clients held of ${clients.clients}`, String(clients.held)],
    ['CPU of the api, of one core', String(clients.apiCpuShare)],
    ['bytes a client and second', String(clients.bytesPerClientPerSecond)],
    ['device to client', `p50 ${clients.p50Ms} ms, p99 ${clients.p99Ms} ms`],
  ])
