import type { Clock } from '@lading/shared/clock'
import { readHazardFeed } from '@lading/shared/hazard-feed/read-hazard-feed'
import type { FeedMistake } from '@lading/shared/hazard-feed/told-hazard'
import { type Taken, takeHazardFeed } from '@lading/store/postgres/hazard/take-feed'
import type { Db } from '@lading/store/postgres/open'
import { shipmentsUnderWay } from '@lading/store/postgres/watched/shipments-near'
import { fetchText } from '../fetch-text.ts'

type Deps = {
  db: Db
  urls: string[]
  clock: Clock
  /** Aborted when the process ends: the next run fetches them again. */
  stopping: AbortSignal
  /** Holds what changed against the ways of these shipments. */
  lookAgain: (shipmentIds: string[]) => Promise<unknown>
  onTaken: (url: string, taken: Taken) => void
  onMistakes: (url: string, mistakes: FeedMistake[]) => void
}

/** A month of earthquakes is some ten megabytes; what is larger is something else. */
const mostBytes = 24_000_000
/** As with hazards told by people: beyond so many, the sweep and the next reports look. */
const askedAtOnce = 500
const mistakesTold = 20

/**
 * Fetches feeds of hazards and takes what they tell, feed by feed. What is not understood of one is left out and told; one that cannot be had
 * or read keeps none of the others away, and fails the run.
 */
export const createHazardFeedsJob =
  ({ db, urls, clock, stopping, lookAgain, onTaken, onMistakes }: Deps) =>
  async () => {
    const failures: unknown[] = []
    let changed = 0
    for (const url of urls) {
      try {
        const { mistakes, ...read } = readHazardFeed(await fetchText(url, { what: 'hazards', mostBytes, stopping }))
        if (mistakes.length > 0) onMistakes(url, mistakes.slice(0, mistakesTold))
        if (!read.feed) throw new Error(`nothing of the hazards of ${url} is understood: ${mistakes[0]?.message}`)
        const taken = await takeHazardFeed(db, read, { now: clock.now() })
        changed += taken.added + taken.changed + taken.ended
        onTaken(url, taken)
      } catch (error) {
        failures.push(error)
      }
    }
    if (changed > 0) await lookAgain(await shipmentsUnderWay(db, askedAtOnce))
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${urls.length} feeds of hazards failed`)
  }
