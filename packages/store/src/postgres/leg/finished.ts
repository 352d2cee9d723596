import type { Mode } from '@lading/shared/domain/mode'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../open.ts'
import { leg } from '../schema/leg.ts'
import { location } from '../schema/location.ts'

export type FinishedLeg = {
  mode: Mode
  carrier: string
  origin: FinishedPlace
  destination: FinishedPlace
  departedAt: Date
  arrivedAt: Date
  plannedHours: number
}
export type FinishedPlace = { code: string; country: string; kind: string; lat: number; lon: number }

const from = alias(location, 'origin')
const to = alias(location, 'destination')
const placeOf = (place: typeof from | typeof to) => ({
  code: place.code,
  country: place.country,
  kind: place.kind,
  lat: place.lat,
  lon: place.lon,
})

/** The legs that are over, the newest `limit` of them, in the order of their departure. */
export const finishedLegs = async (db: Db, limit: number): Promise<FinishedLeg[]> => {
  const rows = await db
    .select({
      mode: leg.mode,
      carrier: leg.carrier,
      origin: placeOf(from),
      destination: placeOf(to),
      departedAt: leg.actualDeparture,
      arrivedAt: leg.actualArrival,
      plannedHours: sql<number>`extract(epoch from ${leg.plannedArrival} - ${leg.plannedDeparture})::float8 / 3600`,
    })
    .from(leg)
    .innerJoin(from, eq(from.code, leg.originCode))
    .innerJoin(to, eq(to.code, leg.destinationCode))
    .where(and(isNotNull(leg.actualDeparture), isNotNull(leg.actualArrival)))
    .orderBy(desc(leg.actualArrival), leg.shipmentId, leg.sequence)
    .limit(limit)
  return rows
    .flatMap((row) => (row.departedAt && row.arrivedAt ? [{ ...row, departedAt: row.departedAt, arrivedAt: row.arrivedAt }] : []))
    .sort((one, other) => one.departedAt.getTime() - other.departedAt.getTime())
}
