import { hourMs } from '../duration/journey.ts'
import { departAfter } from './depart.ts'
import { type Edge, type Network, noTime } from './edge.ts'

/** One edge as it is ridden by the middle of everything. */
export type Ride = { edge: Edge; readyMs: number; departMs: number; arriveMs: number /** Arrived and cleared. */; freeMs: number }

/** What is to be small; all of it adds up along a route. */
export type Criteria = {
  /** From the start to the goods being free at the place. */
  hours: number
  /** Minor units, of legs with a price. */
  cost: number
  unpriced: number
  co2eGrams: number
  /** Variance of the late side, square hours: spreads of stages that do not know of each other add up so. */
  risk: number
}

export const nothingYet: Criteria = { hours: 0, cost: 0, unpriced: 0, co2eGrams: 0, risk: 0 }

const late = ({ p50, p90 }: { p50: number; p90: number }) => (p90 - p50) ** 2

/** Rides an edge by goods that are free at its beginning from `atMs` on. Who is there sooner never arrives later. */
export const ride = (network: Network, edge: Edge, atMs: number, arrived: { cleared: boolean } | undefined): Ride | undefined => {
  const { p50 } = arrived ? network.transfer(edge, arrived.cleared) : noTime
  const readyMs = atMs + p50 * hourMs
  const departMs = departAfter(edge.departures, readyMs)
  if (departMs === undefined) return undefined
  const arriveMs = departMs + edge.hours.p50 * hourMs
  return { edge, readyMs, departMs, arriveMs, freeMs: arriveMs + (edge.border?.p50 ?? 0) * hourMs }
}

export const addRide = (
  network: Network,
  before: Criteria,
  atMs: number,
  arrived: { cleared: boolean } | undefined,
  its: Ride,
): Criteria => {
  const { edge } = its
  const wait = edge.departures.kind === 'so-often' ? (0.4 * edge.departures.headwayHours) ** 2 : 0
  const transfer = arrived ? late(network.transfer(edge, arrived.cleared)) : 0
  return {
    hours: before.hours + (its.freeMs - atMs) / hourMs,
    cost: before.cost + (edge.cost ?? 0),
    unpriced: before.unpriced + Number(edge.cost === null),
    co2eGrams: before.co2eGrams + edge.co2eGrams,
    risk: before.risk + late(edge.hours) + (edge.border ? late(edge.border) : 0) + wait + transfer,
  }
}
