import type { EtaExplanation } from '@lading/shared/contract/eta'
import type { EtaStage } from '@lading/shared/domain/eta'
import { etaChanges } from '@lading/shared/domain/eta-changes'
import { and, desc, eq, isNotNull, lte } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { eta } from '../schema/eta.ts'

const dayMs = 24 * 3_600_000

/** An arrival time in its parts, and what moved it since the one that was shown a day before. */
export const explanationOf = async (db: Db, shipmentId: string, stages: EtaStage[], computedAt: Date): Promise<EtaExplanation> => {
  const yesterday = new Date(computedAt.getTime() - dayMs)
  const [then] = await db
    .select({ stages: eta.stages, computedAt: eta.computedAt })
    .from(eta)
    .where(and(eq(eta.shipmentId, shipmentId), lte(eta.computedAt, yesterday), isNotNull(eta.stages)))
    .orderBy(desc(eta.computedAt))
    .limit(1)
  const changes = then && { since: then.computedAt.toISOString(), stages: etaChanges(then.stages ?? [], stages) }
  return { stages, changes: changes ?? null }
}
