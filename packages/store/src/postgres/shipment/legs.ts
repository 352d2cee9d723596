import type { Leg } from '@lading/shared/contract/shipment'
import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Transaction } from '../open.ts'
import { leg } from '../schema/leg.ts'
import { location } from '../schema/location.ts'

const origin = alias(location, 'origin')
const destination = alias(location, 'destination')

/** The legs of a shipment in the order of travel, each with its places. */
export const legsOf = async (db: Db | Transaction, shipmentId: string): Promise<Leg[]> => {
  const rows = await db
    .select()
    .from(leg)
    .innerJoin(origin, eq(origin.code, leg.originCode))
    .innerJoin(destination, eq(destination.code, leg.destinationCode))
    .where(eq(leg.shipmentId, shipmentId))
    .orderBy(asc(leg.sequence))
  return rows.map(({ leg: row, origin, destination }) => ({
    sequence: row.sequence,
    mode: row.mode,
    carrier: row.carrier,
    vessel: row.vessel,
    origin,
    destination,
    departure: times(row.plannedDeparture, row.estimatedDeparture, row.actualDeparture),
    arrival: times(row.plannedArrival, row.estimatedArrival, row.actualArrival),
    route: row.route,
  }))
}

const times = (planned: Date, estimated: Date | null, actual: Date | null) => ({
  planned: planned.toISOString(),
  estimated: estimated?.toISOString() ?? null,
  actual: actual?.toISOString() ?? null,
})
