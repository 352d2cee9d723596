import type { NewShipmentReport, ShipmentReport } from '@lading/shared/contract/risk'
import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { markStale } from '../risk/mark-stale.ts'
import { leg } from '../schema/leg.ts'
import { shipmentReport } from '../schema/risk.ts'
import { shipment } from '../schema/shipment.ts'
import { user } from '../schema/user.ts'

/** Keeps what a party says of a shipment. It moves nothing but the risk: what happened, sensors and people of one's own say. */
export const addReport = (db: Db, shipmentId: string, { eventTime, ...given }: NewShipmentReport, { userId, now }: Who) =>
  db.transaction(async (tx) => {
    const [found] = await tx.select({ id: shipment.id }).from(shipment).where(eq(shipment.id, shipmentId))
    if (!found) throw new DomainError('shipment-not-found', 'There is no such shipment.')
    const legs = await tx.select({ sequence: leg.sequence }).from(leg).where(eq(leg.shipmentId, shipmentId))
    const refuse = (path: string, message: string) => {
      throw new DomainError('not-valid', 'The report is not valid.', [{ path, message }])
    }
    if ((given.claim === 'departed' || given.claim === 'arrived') && !legs.some(({ sequence }) => sequence === given.legSequence))
      refuse('/legSequence', 'is no leg of the shipment')
    if ((given.claim === 'temperature') !== (given.temperatureC !== undefined))
      refuse('/temperatureC', 'belongs to a claim of a temperature, and to no other')
    if (eventTime && Date.parse(eventTime) > now.getTime() + aheadMs) refuse('/eventTime', 'has not come yet')
    const values = { ...given, shipmentId, eventTime: eventTime ? new Date(eventTime) : now, recordTime: now, recordedBy: userId }
    const [row] = await tx.insert(shipmentReport).values(values).returning({ id: shipmentReport.id })
    await markStale(tx, { shipmentId })
    return (row as { id: string }).id
  })

/** Clocks of partners. */
const aheadMs = 3_600_000

/** Somebody found out what is the matter: it stays, but is evidence no longer. */
export const settleReport = (db: Db, shipmentId: string, id: string, now: Date) =>
  db.transaction(async (tx) => {
    const which = and(eq(shipmentReport.id, id), eq(shipmentReport.shipmentId, shipmentId))
    const [found] = await tx.select().from(shipmentReport).where(which)
    if (!found) throw new DomainError('report-not-found', 'There is no such report.')
    await tx
      .update(shipmentReport)
      .set({ settledAt: now })
      .where(and(which, isNull(shipmentReport.settledAt)))
    await markStale(tx, { shipmentId })
  })

export const reportsOf = async (db: Db, shipmentId: string): Promise<ShipmentReport[]> => {
  const rows = await db
    .select({ report: getTableColumns(shipmentReport), recordedBy: { id: user.id, name: user.name } })
    .from(shipmentReport)
    .leftJoin(user, eq(user.id, shipmentReport.recordedBy))
    .where(eq(shipmentReport.shipmentId, shipmentId))
    .orderBy(asc(shipmentReport.eventTime), asc(shipmentReport.id))
  return rows.map(({ report: { shipmentId: _, eventTime, recordTime, settledAt, ...rest }, recordedBy }) => ({
    ...{ ...rest, recordedBy },
    eventTime: eventTime.toISOString(),
    recordTime: recordTime.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }))
}
