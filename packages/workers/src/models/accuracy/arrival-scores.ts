import type { PredictionScore } from '@lading/store/postgres/prediction-score/keep'
import type { ArrivedShipment } from '@lading/store/postgres/prediction-score/unscored-arrivals'
import { hourMs } from '../fix.ts'

/** Horizons that are told apart, by the hours that there were to go as the prediction saw it. */
const horizons = [
  { name: '0-6 h', untilHours: 6 },
  { name: '6-24 h', untilHours: 24 },
  { name: '24-72 h', untilHours: 72 },
  { name: '72-168 h', untilHours: 168 },
  { name: 'over 168 h', untilHours: Number.POSITIVE_INFINITY },
]

/**
 * What the arrival times of a shipment were worth: of each horizon the first that was given, so that a journey counts once and not once
 * for every time it was looked at. The naive rule is the plan: it arrives as planned, or at once where that is over.
 */
export const arrivalScores = (shipment: ArrivedShipment, scoredAt: Date): PredictionScore[] => {
  const { id, arrivedAt, plannedAt, etas } = shipment
  const first = new Map<string, ArrivedShipment['etas'][number]>()
  for (const eta of etas.toSorted((one, other) => one.computedAt.getTime() - other.computedAt.getTime())) {
    if (eta.computedAt >= arrivedAt) break
    const { name } = horizonOf(hoursBetween(eta.computedAt, eta.p50))
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

const horizonOf = (hours: number) => horizons.find(({ untilHours }) => hours <= untilHours) as (typeof horizons)[number]

/** The lane, and of the legs the one that takes longest by plan. A doorstep is named by its country: where people live is not kept. */
const whereAndHow = ({ origin, destination, legs }: ArrivedShipment) => {
  const main = legs.reduce<ArrivedShipment['legs'][number] | undefined>(
    (longest, leg) => (longest && longest.plannedHours >= leg.plannedHours ? longest : leg),
    undefined,
  )
  return {
    lane: `${placeOf(origin)} → ${placeOf(destination)}`,
    mode: main?.mode ?? null,
    carrier: main?.carrier ?? null,
    country: destination.country,
  }
}

const placeOf = ({ code, country, kind }: ArrivedShipment['origin']) => (kind === 'address' ? country : code)

const hoursBetween = (from: Date, until: Date) => (until.getTime() - from.getTime()) / hourMs
