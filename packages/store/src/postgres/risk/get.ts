import type { ShipmentRisk } from '@lading/shared/contract/risk'
import { riskKinds } from '@lading/shared/domain/risk'
import { desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { riskHistory, shipmentRisk } from '../schema/risk.ts'
import { shipment } from '../schema/shipment.ts'
import { reportsOf } from '../shipment-report/add.ts'

const historyMost = 500
const nothing = Object.fromEntries(riskKinds.map((kind) => [kind, 0])) as ShipmentRisk['scores']

/** What endangers the promise of a shipment, with what it rests on and how it came; nothing where there is no such shipment. */
export const getRisk = async (db: Db, shipmentId: string): Promise<ShipmentRisk | undefined> => {
  const [[found], [risk], reports, history] = await Promise.all([
    db.select({ id: shipment.id }).from(shipment).where(eq(shipment.id, shipmentId)),
    db.select().from(shipmentRisk).where(eq(shipmentRisk.shipmentId, shipmentId)),
    reportsOf(db, shipmentId),
    db.select().from(riskHistory).where(eq(riskHistory.shipmentId, shipmentId)).orderBy(desc(riskHistory.at)).limit(historyMost),
  ])
  if (!found) return undefined
  return {
    ...{ shipmentId, base: risk?.base ?? null, probability: risk?.probability ?? null, scores: risk?.scores ?? nothing },
    computedAt: risk?.computedAt.toISOString() ?? null,
    ...{ evidence: risk?.evidence ?? [], removals: risk?.removals ?? [], reports },
    history: history.reverse().map(({ at, base, probability, scores }) => ({ at: at.toISOString(), base, probability, scores })),
  }
}
