import { and, asc, eq, exists, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { leg } from '../schema/leg.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from './not-finished.ts'

/**
 * Shipments under way that nobody looked at for a while: an ETA older than `before`, none at all, or a leg without a planned
 * route. The longest waiting first, at most `limit`. A device that fell silent is found this way too, as nothing else
 * makes anyone look at its shipment.
 */
export const findNeglected = async (db: Db, before: Date, limit: number): Promise<string[]> => {
  const unplanned = db
    .select({ one: sql`1` })
    .from(leg)
    .where(and(eq(leg.shipmentId, shipment.id), sql`${leg.route} = '[]'::jsonb`))
  const rows = await db
    .select({ id: shipment.id })
    .from(shipment)
    .where(and(notFinished(), or(isNull(shipment.etaComputedAt), lt(shipment.etaComputedAt, before), exists(unplanned))))
    .orderBy(asc(sql`coalesce(${shipment.etaComputedAt}, '-infinity')`), asc(shipment.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
