import type { LonLat } from '@lading/shared/geo/point'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { leg } from '../schema/leg.ts'

/** Gives a leg its planned route, unless it has one by now: what a person drew is never replaced. */
export const saveRoute = async (db: Db, shipmentId: string, sequence: number, route: LonLat[]) => {
  await db
    .update(leg)
    .set({ route })
    .where(and(eq(leg.shipmentId, shipmentId), eq(leg.sequence, sequence), sql`${leg.route} = '[]'::jsonb`))
}
