import type { RiskEvidence, RiskKind, RiskRemoval } from '@lading/shared/domain/risk'
import { inArray, not, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { riskHistory, shipmentRisk } from '../schema/risk.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from '../tracking/not-finished.ts'

export type NewRisk = {
  shipmentId: string
  base: number | null
  probability: number | null
  scores: Record<RiskKind, number>
  evidence: RiskEvidence[]
  removals: RiskRemoval[]
  rank: number
  /** How often it had been asked for when what it rests on was read. */
  answered: number
  /** Whether it goes into the history as well. */
  isWorthKeeping: boolean
}

/** Saves what was computed. What was asked for meanwhile stays asked for. In the order in which it is asked for. */
export const keepRisks = (db: Db, risks: NewRisk[], now: Date) =>
  db.transaction(async (tx) => {
    if (risks.length === 0) return
    const inOrder = risks.toSorted((a, b) => (a.shipmentId < b.shipmentId ? -1 : 1))
    await tx
      .insert(shipmentRisk)
      .values(inOrder.map(({ isWorthKeeping: _, ...risk }) => ({ ...risk, computedAt: now })))
      .onConflictDoUpdate({
        target: shipmentRisk.shipmentId,
        set: Object.fromEntries(
          ['computed_at', 'answered', 'base', 'probability', 'scores', 'evidence', 'removals', 'rank'].map((column) => [
            column === 'computed_at' ? 'computedAt' : column,
            sql.raw(`excluded.${column}`),
          ]),
        ),
        setWhere: sql`excluded.computed_at >= ${shipmentRisk.computedAt}`,
      })
    const kept = risks.filter(({ isWorthKeeping }) => isWorthKeeping)
    if (kept.length === 0) return
    await tx
      .insert(riskHistory)
      .values(kept.map(({ shipmentId, base, probability, scores }) => ({ shipmentId, at: now, base, probability, scores })))
      .onConflictDoNothing()
  })

/** Nothing endangers what has arrived: what was told of it stays in the history. */
export const forgetFinished = (db: Db) =>
  db.delete(shipmentRisk).where(inArray(shipmentRisk.shipmentId, db.select({ id: shipment.id }).from(shipment).where(not(notFinished()))))
