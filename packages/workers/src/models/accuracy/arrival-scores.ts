import { type Horizon, horizonOf } from '@lading/models/accuracy/horizons'
import type { PredictionScore } from '@lading/store/postgres/prediction-score/keep'
import type { ArrivedShipment } from '@lading/store/postgres/prediction-score/unscored-arrivals'
import { hourMs } from '../fix.ts'
import { mainLegOf } from '../main-leg.ts'
import { laneOf } from './lane.ts'

/**
 * What the arrival times of a shipment were worth: of each horizon the first that was given, and another one after every half of it while
 * it lasts, so that a journey counts by how long it was looked at and not by how often. The naive rule is the plan: it arrives as planned, or
 * at once where that is over.
 */
export const arrivalScores = (shipment: ArrivedShipment, scoredAt: Date): PredictionScore[] => {
  const { id, arrivedAt, plannedAt, etas } = shipment
  const scored: { horizon: Horizon; eta: ArrivedShipment['etas'][number] }[] = []
  for (const eta of etas.toSorted((one, other) => one.computedAt.getTime() - other.computedAt.getTime())) {
    if (eta.computedAt >= arrivedAt) break
    const horizon = horizonOf(hoursBetween(eta.computedAt, eta.p50))
    const before = scored.findLast((each) => each.horizon === horizon)
    if (!before || hoursBetween(before.eta.computedAt, eta.computedAt) >= horizon.againAfterHours) scored.push({ horizon, eta })
  }
  return scored.map(({ horizon, eta: { computedAt, p10, p50, p90, addedUp } }) => ({
    kind: 'arrival' as const,
    key: id,
    madeAt: computedAt,
    horizon: horizon.name,
    horizonHours: hoursBetween(computedAt, p50),
    ...whereAndHow(shipment),
    p10: hoursBetween(computedAt, p10),
    p50: hoursBetween(computedAt, p50),
    p90: hoursBetween(computedAt, p90),
    addedUp,
    actual: hoursBetween(computedAt, arrivedAt),
    naive: Math.max(0, hoursBetween(computedAt, plannedAt)),
    actualAt: arrivedAt,
    scoredAt,
  }))
}

/** The lane, and of the legs the one that takes longest by plan. */
const whereAndHow = ({ origin, destination, legs }: ArrivedShipment) => {
  const main = mainLegOf(legs)
  return {
    lane: laneOf(origin, destination),
    mode: main?.mode ?? null,
    carrier: main?.carrier ?? null,
    country: destination.country,
  }
}

const hoursBetween = (from: Date, until: Date) => (until.getTime() - from.getTime()) / hourMs
