import { normalSurvival } from '../distribution/normal-survival.ts'
import { evenPlaces, usualCommonCause } from '../duration/combine-stages.ts'
import { type HoursQuantiles, hourMs, levels } from '../duration/journey.ts'
import { quantileOf } from '../duration/sliding-quantiles.ts'
import { hoursAtReach } from '../duration/stage-hours.ts'
import { departAfter } from './depart.ts'
import { type Network, noTime, type Start } from './edge.ts'
import type { Ride } from './ride.ts'

export type RouteInterval = {
  /** From the start to the goods being free at the end. */
  hours: HoursQuantiles
  /** The chance to take no longer. */
  chanceWithin: (hours: number) => number
  /** The chance that a departure which the middle of everything catches is missed, so that the next one is waited for. */
  chanceOfMissing: number
}

/** What is left when the last departure has gone: the goods wait for what nobody announced yet. */
const untilNextSeason = 24 * 7

/**
 * How long a whole route takes: travel, transfers, waiting for departures and customs are ridden through at points that are spread evenly
 * in each of them, with a cause in common, as arrival times add up their stages. Goods that miss a ship wait for the next.
 */
export const routeInterval = (network: Network, start: Start, rides: Ride[]): RouteInterval => {
  const places = evenPlaces(4 * rides.length, usualCommonCause)
  const points = places[0]?.scores.length ?? 0
  const totals = new Float64Array(points)
  let missed = 0
  for (let point = 0; point < points; point += 1) {
    let atMs = start.atMs
    let arrived = start.arrived
    let misses = false
    for (const [index, { edge, departMs: meant }] of rides.entries()) {
      const hoursAt = (which: number, hours: HoursQuantiles) => hoursAtReach(hours, places[4 * index + which]?.reaches[point] as number)
      const readyMs = atMs + hourMs * hoursAt(0, arrived ? network.transfer(edge, arrived.cleared) : noTime)
      const level = edge.departures.kind === 'so-often' ? 1 - normalSurvival(places[4 * index + 1]?.scores[point] as number) : 0
      const departMs = departAfter(edge.departures, readyMs, level) ?? readyMs + untilNextSeason * hourMs
      if (edge.departures.kind === 'at' && departMs > meant) misses = true
      atMs = departMs + hourMs * (hoursAt(2, edge.hours) + (edge.border ? hoursAt(3, edge.border) : 0))
      arrived = { cleared: edge.border !== null }
    }
    totals[point] = (atMs - start.atMs) / hourMs
    missed += Number(misses)
  }
  const sorted = totals.toSorted()
  const [p10, p50, p90] = levels.map((level) => quantileOf(sorted, level)) as [number, number, number]
  return {
    hours: { p10, p50, p90 },
    chanceWithin: (hours) => sorted.filter((its) => its <= hours).length / points,
    chanceOfMissing: missed / points,
  }
}
