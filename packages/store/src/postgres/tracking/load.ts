import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { casesOf } from '../customs/cases-of.ts'
import type { Db } from '../open.ts'
import { alert } from '../schema/alert.ts'
import { clearancePrediction } from '../schema/customs.ts'
import { assignment, device, deviceLatest } from '../schema/device.ts'
import { eta } from '../schema/eta.ts'
import { geofenceVisit } from '../schema/geofence.ts'
import { leg } from '../schema/leg.ts'
import { location } from '../schema/location.ts'
import { shipment } from '../schema/shipment.ts'
import type { TrackedCustoms, TrackedDevice, TrackedLeg, TrackedPosition, TrackedShipment, TrackedVisit } from './tracked-shipment.ts'

/** What following the shipment starts from; `undefined` where there is no such shipment. */
export const loadTracking = async (db: Db, shipmentId: string): Promise<TrackedShipment | undefined> => {
  const [[row], legs, devices, openAlerts, [keptEta], customs, visits] = await Promise.all([
    db.select().from(shipment).where(eq(shipment.id, shipmentId)),
    legsOf(db, shipmentId),
    devicesOf(db, shipmentId),
    db
      .select()
      .from(alert)
      .where(and(eq(alert.shipmentId, shipmentId), isNull(alert.closedAt))),
    db.select().from(eta).where(eq(eta.shipmentId, shipmentId)).orderBy(desc(eta.computedAt)).limit(1),
    customsOf(db, shipmentId),
    trackedVisits(db, shipmentId),
  ])
  if (!row) return undefined
  const {
    id,
    trackingNumber,
    state,
    saidState,
    promisedAt,
    progress,
    trackedUntil,
    createdAt,
    updatedAt,
    temperatureMinC,
    temperatureMaxC,
    shockMaxG,
  } = row
  return {
    id,
    trackingNumber,
    state,
    saidState,
    promisedAt,
    limits: { temperatureMinC, temperatureMaxC, shockMaxG },
    position: positionOf(row),
    progress,
    eta: etaOf(row),
    keptEta: keptEta ?? null,
    trackedUntil,
    createdAt,
    updatedAt,
    legs,
    devices,
    customs,
    openAlerts,
    visits,
  }
}

type ShipmentRow = typeof shipment.$inferSelect

const positionOf = ({ lat, lon, positionAt, speedKmh, headingDeg }: ShipmentRow): TrackedPosition | null =>
  lat !== null && lon !== null && positionAt ? { lat, lon, at: positionAt, speedKmh, headingDeg } : null

const etaOf = ({ etaP10: p10, etaP50: p50, etaP90: p90, etaComputedAt: computedAt, missProbability, etaStages: stages }: ShipmentRow) =>
  p10 && p50 && p90 && computedAt ? { p10, p50, p90, computedAt, missProbability, stages } : null

const origin = alias(location, 'origin')
const destination = alias(location, 'destination')

const legsOf = async (db: Db, shipmentId: string): Promise<TrackedLeg[]> => {
  const rows = await db
    .select()
    .from(leg)
    .innerJoin(origin, eq(origin.code, leg.originCode))
    .innerJoin(destination, eq(destination.code, leg.destinationCode))
    .where(eq(leg.shipmentId, shipmentId))
    .orderBy(asc(leg.sequence))
  return rows.map(({ leg: row, origin, destination }) => ({ ...row, origin, destination }))
}

const devicesOf = (db: Db, shipmentId: string): Promise<TrackedDevice[]> =>
  db
    .select({
      deviceId: assignment.deviceId,
      from: assignment.from,
      until: assignment.until,
      reportIntervalS: device.reportIntervalS,
      lastRecordedAt: deviceLatest.recordedAt,
    })
    .from(assignment)
    .innerJoin(device, eq(device.id, assignment.deviceId))
    .leftJoin(deviceLatest, eq(deviceLatest.deviceId, assignment.deviceId))
    .where(eq(assignment.shipmentId, shipmentId))
    .orderBy(asc(assignment.from))

const { id, geofenceId, enteredAfter, enteredAt, leftAfter, leftAt } = geofenceVisit

const trackedVisits = (db: Db, shipmentId: string): Promise<TrackedVisit[]> =>
  db
    .select({ id, geofenceId, enteredAfter, enteredAt, leftAfter, leftAt })
    .from(geofenceVisit)
    .where(eq(geofenceVisit.shipmentId, shipmentId))
    .orderBy(asc(geofenceVisit.enteredAt), asc(geofenceVisit.id))

const customsOf = async (db: Db, shipmentId: string): Promise<TrackedCustoms[]> => {
  const cases = await casesOf(db, shipmentId)
  if (cases.length === 0) return []
  const kept = await db
    .selectDistinctOn([clearancePrediction.legSequence], {
      legSequence: clearancePrediction.legSequence,
      madeAt: clearancePrediction.madeAt,
      p50: clearancePrediction.p50,
    })
    .from(clearancePrediction)
    .where(eq(clearancePrediction.shipmentId, shipmentId))
    .orderBy(asc(clearancePrediction.legSequence), desc(clearancePrediction.madeAt))
  return cases.map((its) => ({ ...its, kept: kept.find(({ legSequence }) => legSequence === its.legSequence) ?? null }))
}
