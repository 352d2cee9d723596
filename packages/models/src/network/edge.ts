import type { HoursQuantiles } from '../duration/journey.ts'

/**
 * When something leaves: whenever the goods are there, so often a week at times that nobody told, or at these instants (milliseconds,
 * sorted) and never after the last.
 */
export type Departures = { kind: 'any-time' } | { kind: 'so-often'; headwayHours: number } | { kind: 'at'; instants: number[] }

/** A way from one place to the next that somebody drives, sails or flies. */
export type Edge = {
  id: string
  from: string
  to: string
  departures: Departures
  /** From departure to arrival. */
  hours: HoursQuantiles
  /** Clearance at its end, where it leads into another customs territory. */
  border: HoursQuantiles | null
  /** In minor units of the one currency that is asked in; nothing where nobody told a price in it. */
  cost: number | null
  co2eGrams: number
}

/** What goods need at a place before they can leave by an edge; what customs keeps them for anyway is not waited for twice. */
export type Transfer = (edge: Edge, cleared: boolean) => HoursQuantiles

export type Network = { edgesFrom: (place: string) => Edge[]; transfer: Transfer }

export const createNetwork = (edges: Edge[], transfer: Transfer): Network => {
  const from = Map.groupBy(edges, (edge) => edge.from)
  return { edgesFrom: (place) => from.get(place) ?? [], transfer }
}

/** Where goods are when the search begins, and whether they came in through customs just now; nothing where they are only starting out. */
export type Start = { place: string; atMs: number; arrived?: { cleared: boolean } }

export const noTime: HoursQuantiles = { p10: 0, p50: 0, p90: 0 }
