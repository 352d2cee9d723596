import { openBrowser } from '@lading/e2e/browser'
import { buildDashboard } from '@lading/launcher/dashboard-build'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Browser } from 'playwright-core'
import { startApi } from '../platform/api-process.ts'
import { type Bench, numberFlag, UsageError } from '../platform/bench.ts'
import { type Closers, createClosers } from '../platform/closers.ts'
import { startNode } from '../platform/node-process.ts'
import { tradeLanes } from '../world/lanes.ts'
import { openServers } from '../world/open-world.ts'
import { seedLanes } from '../world/seed-lanes.ts'
import { seedShipments } from '../world/seed-shipments.ts'
import { type ContestantName, contestantNames, type Ground } from './contestants.ts'
import type { FieldTask } from './field.ts'
import { findMapArea, type MapFigures, measureMap } from './measure.ts'
import type { MapResult } from './result.ts'
import { toTable } from './table.ts'

// A hundred thousand trackers that report every quarter of an hour, and as many that report every hundred seconds.
const usualUpdates = 100
const busyUpdates = 1000

const field = new URL('./field.ts', import.meta.url)

/** The dashboard's map against markers of Leaflet and Leaflet.markercluster: the same assets, moves and camera, in turn. */
export const mapBench: Bench = {
  flags: { sizes: { type: 'string' }, updates: { type: 'string' }, busy: { type: 'string' }, only: { type: 'string' } },
  usage: '[--sizes 10000,50000,100000] [--updates PER_SECOND] [--busy PER_SECOND] [--only lading,leafletMarkers,markercluster]',
  run: async (flags, say) => {
    const sizes = String(flags.sizes ?? '10000,50000,100000')
      .split(',')
      .map((size) => numberFlag({ sizes: size }, 'sizes', 0))
      .toSorted((a, b) => a - b)
    const names = namesOf(flags.only)
    const updatesPerSecond = numberFlag(flags, 'updates', usualUpdates)
    const busyPerSecond = numberFlag(flags, 'busy', busyUpdates)
    const closers = createClosers()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => closers.stop().finally(() => process.exit(130)))
    try {
      say('Starting the platform')
      await buildDashboard()
      const result: MapResult = { bench: 'map', updatesPerSecond, sizes: [], busy: { updatesPerSecond: busyPerSecond, sizes: [] } }
      for await (const { assets, moving } of growing(sizes, closers)) {
        const inTurn = (rate: number, contestants: ContestantName[]) =>
          moving(rate, async (ground) => {
            const figures: Partial<Record<ContestantName, MapFigures>> = {}
            const area = await withBrowser((browser) => findMapArea(browser, ground))
            for (const name of contestants) {
              figures[name] = await withBrowser((browser) => measureMap(browser, name, { ...ground, area }))
              say(`${assets} assets, ${rate} updates/s, ${name}: ${JSON.stringify(figures[name])}`)
            }
            return { assets, ...figures, ratioP95ToMarkercluster: ratio(figures.lading, figures.markercluster) }
          })
        const calm = await inTurn(updatesPerSecond, names)
        result.sizes.push(calm)
        // Who is not able to do it in calm is not asked again.
        const able = names.filter((name) => !('gaveUp' in (calm[name] ?? {})))
        result.busy.sizes.push(await inTurn(busyPerSecond, able))
      }
      return { result, table: toTable(result) }
    } finally {
      await closers.stop()
    }
  },
}

const namesOf = (only: unknown): ContestantName[] => {
  if (typeof only !== 'string') return [...contestantNames]
  return only.split(',').map((name) => {
    const known = contestantNames.find((each) => each === name)
    if (!known) throw new UsageError(`there is nobody called ${name}: ${contestantNames.join(', ')}`)
    return known
  })
}

/** The same world with more and more assets in it; the api starts anew for each, and some of them move while `moving` lasts. */
async function* growing(sizes: number[], all: Closers) {
  const temporary = await temporaryDirectory()
  all.add({ stop: temporary.remove })
  const { database, ...servers } = await openServers(temporary.path, all)
  const lanes = tradeLanes()
  await seedLanes(database, lanes)
  let made = 0
  for (const assets of sizes) {
    await seedShipments(database, lanes, { from: made, until: assets })
    made = assets
    const closers = createClosers()
    all.add(closers)
    const { env, postgresUrl, mqttUrl, login } = servers
    const api = closers.add(await startApi({ env, postgresUrl }))
    const moving = async <Answer>(updatesPerSecond: number, use: (ground: Omit<Ground, 'area'>) => Promise<Answer>) => {
      const task: FieldTask = { postgresUrl, mqttUrl, login, updatesPerSecond }
      const moves = closers.add(await startNode(field, [JSON.stringify(task)]))
      const answer = await use({ apiUrl: api.url, cookie: api.cookie, fieldUrl: moves.said })
      await moves.stop()
      return answer
    }
    yield { assets, moving }
    await closers.stop()
  }
}

const withBrowser = async <Answer>(use: (browser: Browser) => Promise<Answer>) => {
  const browser = await openBrowser()
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

const ratio = (ours?: MapFigures, theirs?: MapFigures) =>
  ours && theirs && 'p95FrameMs' in ours && 'p95FrameMs' in theirs ? Number((ours.p95FrameMs / theirs.p95FrameMs).toFixed(3)) : null
