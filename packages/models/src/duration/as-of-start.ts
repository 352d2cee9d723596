import type { Columns } from './columns.ts'
import { describe, type History, newHistory, remember } from './history.ts'
import { replay } from './in-order-of-outcome.ts'
import { type FinishedJourney, givenNumber, type Triple } from './journey.ts'
import { askRecent, type RecentExpert, tellRecent } from './recent-expert.ts'
import type { ScaleBase } from './scale.ts'
import type { Examples } from './tree-expert.ts'

/** A past journey as it looked when it began: what was known of it and of those that were over by then. */
export type Seen = { journey: FinishedJourney; row: Float64Array; lately: Triple[] }

/** Lives through the past once. Only the latest so many journeys are kept for trees to learn from; all are remembered. */
export const seeAsOfStart = (past: FinishedJourney[], columns: Columns, recent: RecentExpert[], base: ScaleBase, most: number) => {
  const history: History = newHistory(columns, base.offsetHours)
  const seen: Seen[] = []
  const from = Math.max(0, past.length - most)
  replay(
    past,
    (journey, at) => {
      if (at < from) return
      seen.push({ journey, row: describe(history, journey), lately: recent.map((expert) => askRecent(expert, journey, base)) })
    },
    (journey) => {
      remember(history, journey)
      for (const expert of recent) tellRecent(expert, journey, base)
    },
  )
  return { history, seen }
}

export const examplesOf = (seen: Seen[], weights: Float64Array, rowOf = ({ row }: Seen) => row): Examples => {
  const rows = seen.map(rowOf)
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, at) => Float64Array.from(rows, (row) => row[at] as number))
  return {
    columns,
    hours: Float64Array.from(seen, ({ journey }) => journey.actualHours),
    planned: Float64Array.from(seen, ({ journey }) => givenNumber(journey.plannedHours)),
    recent: Float64Array.from(seen, ({ lately }) => lately[0]?.[1] ?? Number.NaN),
    weights,
  }
}
