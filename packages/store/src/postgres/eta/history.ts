import type { EtaHistory } from '@lading/shared/contract/eta'
import { and, desc, eq, gte } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { eta } from '../schema/eta.ts'

/** The arrival times that were shown for a shipment, oldest first: the newest so many of them. */
export const etaHistory = async (db: Db, shipmentId: string, { since, limit }: { since?: Date; limit: number }): Promise<EtaHistory> => {
  const rows = await db
    .select()
    .from(eta)
    .where(and(eq(eta.shipmentId, shipmentId), since && gte(eta.computedAt, since)))
    .orderBy(desc(eta.computedAt))
    .limit(limit)
  return {
    items: rows.reverse().map(({ p10, p50, p90, computedAt, missProbability, stages }) => ({
      p10: p10.toISOString(),
      p50: p50.toISOString(),
      p90: p90.toISOString(),
      computedAt: computedAt.toISOString(),
      missProbability,
      stages,
    })),
  }
}
