import type { WarningPreview } from '@lading/shared/contract/playbook'
import type { RiskKind } from '@lading/shared/domain/risk'
import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { shipmentRisk } from '../schema/risk.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from '../tracking/not-finished.ts'

const named = 5

/** Whom a rule would warn of as risk stands now, the highest score first; quiet hours, and other rules that are more severe, aside. */
export const previewWarning = async (db: Db, { kind, openAt }: { kind: RiskKind | undefined; openAt: number }): Promise<WarningPreview> => {
  const score = kind ? sql<number>`(${shipmentRisk.scores} ->> ${kind})::float8` : sql<number>`${shipmentRisk.probability}`
  const where = and(notFinished(), sql`${score} >= ${openAt}`)
  const joined = eq(shipment.id, shipmentRisk.shipmentId)
  const [[all], items] = await Promise.all([
    db.select({ shipments: count() }).from(shipmentRisk).innerJoin(shipment, joined).where(where),
    db
      .select({ shipmentId: shipment.id, trackingNumber: shipment.trackingNumber, score: score.mapWith(Number) })
      .from(shipmentRisk)
      .innerJoin(shipment, joined)
      .where(where)
      .orderBy(desc(score), asc(shipment.id))
      .limit(named),
  ])
  return { shipments: all?.shipments ?? 0, items }
}
