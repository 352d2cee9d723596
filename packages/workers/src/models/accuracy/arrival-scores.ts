import type { PredictionScore } from '@lading/store/postgres/prediction-score/keep'
import type { ArrivedShipment } from '@lading/store/postgres/prediction-score/unscored-arrivals'
import { hourMs } from '../fix.ts'
import { horizonOf } from './horizon.ts'
import { laneOf } from './lane.ts'

/**
 * What the arrival times of a shipment were worth: of each horizon the first that was given, so that a journey counts once and not once
 * for every time it was looked at. The naive rule is the plan: it arrives as planned, or at once where that is over.
 */
export const arrivalScores = (shipment: ArrivedShipment, scoredAt: Date): PredictionScore[] => {
  const { id, arrivedAt, plannedAt, etas } = shipment
  const first = new Map<string, ArrivedShipment['etas'][number]>()
  for (const eta of etas.toSorted((one, other) => one.computedAt.getTime() - other.computedAt.getTime())) {
    if (eta.computedAt >= arrivedAt) break
    const name = horizonOf(hoursBetween(eta.computedAt, eta.p50))
    if (!first.has(name)) first.set(name, eta)
  }
  return [...first].map(([horizon, { computedAt, p10, p50, p90 }]) => ({
    kind: 'arrival' as const,
    key: id,
    madeAt: computedAt,
    horizon,
    horizonHours: hoursBetween(computedAt, p50),
    ...whereAndHow(shipment),
    p10: hoursBetween(computedAt, p10),
    p50: hoursBetween(computedAt, p50),
    p90: hoursBetween(computedAt, p90),
    actual: hoursBetween(computedAt, arrivedAt),
    naive: Math.max(0, hoursBetween(computedAt, plannedAt)),
    actualAt: arrivedAt,
    scoredAt,
  }))
}

/** The lane, and of the legs the one that takes longest by plan. */
const whereAndHow = ({ origin, destination, legs }: ArrivedShipment) => {
  const main = legs.reduce<ArrivedShipment['legs'][number] | undefined>(
    (longest, leg) => (longest && longest.plannedHours >= leg.plannedHours ? longest : leg),
    undefined,
  )
  return {
    lane: laneOf(origin, destination),
    mode: main?.mode ?? null,
    carrier: main?.carrier ?? null,
    country: destination.country,
  }
}

const hoursBetween = (from: Date, until: Date) => (until.getTime() - from.getTime()) / hourMs
