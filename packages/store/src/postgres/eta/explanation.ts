import type { EtaExplanation } from '@lading/shared/contract/eta'
import type { EtaStage } from '@lading/shared/domain/eta'
import { etaChanges } from '@lading/shared/domain/eta-changes'
import { and, asc, desc, eq, isNotNull, lt, lte, type SQL } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { eta } from '../schema/eta.ts'

const dayMs = 24 * 3_600_000

/**
 * An arrival time in its parts, and what moved it since the one that was shown a day before; since the first one, where that is younger.
 */
export const explanationOf = async (db: Db, shipmentId: string, stages: EtaStage[], computedAt: Date): Promise<EtaExplanation> => {
  const yesterday = new Date(computedAt.getTime() - dayMs)
  const kept = (order: typeof asc | typeof desc, when: SQL) =>
    db
      .select({ stages: eta.stages, computedAt: eta.computedAt })
      .from(eta)
      .where(and(eq(eta.shipmentId, shipmentId), when, isNotNull(eta.stages)))
      .orderBy(order(eta.computedAt))
      .limit(1)
  const [dayBefore] = await kept(desc, lte(eta.computedAt, yesterday))
  const [then] = dayBefore ? [dayBefore] : await kept(asc, lt(eta.computedAt, computedAt))
  if (!then) return { stages, changes: null }
  const against = dayBefore ? 'day-before' : 'first'
  return { stages, changes: { since: then.computedAt.toISOString(), against, stages: etaChanges(then.stages ?? [], stages) } }
}
