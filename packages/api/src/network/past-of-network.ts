import type { Clock } from '@lading/shared/clock'
import { listFigures } from '@lading/store/postgres/customs-figures/list'
import { type PastLane, type PastWait, type PlannedLane, pastLanes, pastWaits, plannedLanes } from '@lading/store/postgres/network/past'
import type { Db } from '@lading/store/postgres/open'

export type PastOfNetwork = {
  lanes: PastLane[]
  waits: PastWait[]
  planned: PlannedLane[]
  /** Published hours at the border of a country. */
  borderHours: Map<string, number>
}

/** What has been seen changes slowly, and to sum it up takes longer than to look for a route. */
const keptMs = 30_000
const plannedDays = 180

/** What past and planned legs tell, summed up anew after half a minute; whoever asks meanwhile waits for the same answer. */
export const createPastOfNetwork = (db: Db, clock: Clock, wallMs: () => number = Date.now) => {
  let kept: { at: number; past: Promise<PastOfNetwork> } | undefined
  return (): Promise<PastOfNetwork> => {
    if (kept && wallMs() - kept.at < keptMs) return kept.past
    const past = load(db, new Date(clock.now().getTime() - plannedDays * 86_400_000))
    const mine = { at: wallMs(), past }
    kept = mine
    past.catch(() => {
      if (kept === mine) kept = undefined
    })
    return past
  }
}

const load = async (db: Db, since: Date): Promise<PastOfNetwork> => {
  const [lanes, waits, planned, figures] = await Promise.all([pastLanes(db), pastWaits(db), plannedLanes(db, since), listFigures(db)])
  // In the order of years: the latest stays.
  const borderHours = new Map(
    figures.flatMap(({ country, borderHours, documentHours }) =>
      borderHours === null && documentHours === null ? [] : [[country, Math.max(borderHours ?? 0, documentHours ?? 0)] as const],
    ),
  )
  return { lanes, waits, planned, borderHours }
}
