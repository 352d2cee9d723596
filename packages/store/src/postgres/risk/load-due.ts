import type { EtaStage } from '@lading/shared/domain/eta'
import type { RiskKind } from '@lading/shared/domain/risk'
import { and, asc, eq, exists, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../open.ts'
import { alert } from '../schema/alert.ts'
import { customsEntry } from '../schema/customs.ts'
import { assignment, deviceLatest } from '../schema/device.ts'
import { leg } from '../schema/leg.ts'
import { location } from '../schema/location.ts'
import { milestone } from '../schema/milestone.ts'
import { riskHistory, shipmentReport, shipmentRisk } from '../schema/risk.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from '../tracking/not-finished.ts'
import type { OpenAlert, TrackedLeg } from '../tracking/tracked-shipment.ts'
import { type RuleChange, ruleChangesOf } from './rule-changes.ts'

const [origin, destination] = [alias(location, 'origin'), alias(location, 'destination')]

/**
 * Shipments under way whose risk was never computed, or longer ago than `before`, or rests on something that changed since; at most
 * `limit`, those that waited longest first. With everything that evidence is made of.
 */
export const loadDueRisks = async (db: Db, before: Date, limit: number): Promise<RiskSubject[]> => {
  const due = await db
    .select({ shipment, risk: shipmentRisk })
    .from(shipment)
    .leftJoin(shipmentRisk, eq(shipmentRisk.shipmentId, shipment.id))
    .where(
      and(
        notFinished(),
        or(
          isNull(shipmentRisk.shipmentId),
          gt(shipmentRisk.asked, shipmentRisk.answered),
          lte(shipmentRisk.computedAt, before),
          alertChanged(db),
        ),
      ),
    )
    .orderBy(sql`${shipmentRisk.computedAt} nulls first`, asc(shipment.id))
    .limit(limit)
  const ids = due.map(({ shipment: { id } }) => id)
  if (ids.length === 0) return []
  const [legs, alerts, milestones, entries, reports, sensors, kept, ruleChanges] = await Promise.all([
    legsOf(db, ids),
    db
      .select()
      .from(alert)
      .where(and(inArray(alert.shipmentId, ids), isNull(alert.closedAt))),
    db
      .select()
      .from(milestone)
      .where(and(inArray(milestone.shipmentId, ids), eq(milestone.classifier, 'ACT')))
      .orderBy(asc(milestone.eventTime), asc(milestone.id)),
    db.select().from(customsEntry).where(inArray(customsEntry.shipmentId, ids)).orderBy(asc(customsEntry.legSequence)),
    db
      .select()
      .from(shipmentReport)
      .where(and(inArray(shipmentReport.shipmentId, ids), isNull(shipmentReport.settledAt)))
      .orderBy(asc(shipmentReport.eventTime), asc(shipmentReport.id)),
    sensorsOf(db, ids),
    db
      .selectDistinctOn([riskHistory.shipmentId])
      .from(riskHistory)
      .where(inArray(riskHistory.shipmentId, ids))
      .orderBy(riskHistory.shipmentId, sql`${riskHistory.at} desc`),
    ruleChangesOf(db, ids),
  ])
  const of = <Its extends { shipmentId: string }>(all: Its[], id: string) => all.filter(({ shipmentId }) => shipmentId === id)
  return due.map(({ shipment: row, risk }) => ({
    ...{ id: row.id, trackingNumber: row.trackingNumber, promisedAt: row.promisedAt, currentLeg: row.currentLeg },
    limits: { temperatureMinC: row.temperatureMinC, temperatureMaxC: row.temperatureMaxC },
    position: row.lat !== null && row.lon !== null && row.positionAt ? { lat: row.lat, lon: row.lon, at: row.positionAt } : null,
    arrival:
      row.etaP10 && row.etaP50 && row.etaP90 && row.etaComputedAt
        ? {
            ...{ p10: row.etaP10, p50: row.etaP50, p90: row.etaP90, computedAt: row.etaComputedAt },
            ...{ missProbability: row.missProbability, stages: row.etaStages ?? [] },
          }
        : null,
    legs: of(legs, row.id),
    alerts: of(alerts, row.id),
    milestones: of(milestones, row.id),
    entries: of(entries, row.id),
    reports: of(reports, row.id),
    ruleChanges: of(ruleChanges, row.id),
    temperature: of(sensors, row.id)[0] ?? null,
    asked: risk?.asked ?? 0,
    kept: of(kept, row.id)[0] ?? null,
    scores: risk?.scores ?? null,
  }))
}

/** What the risk of a shipment is made of. */
export type RiskSubject = {
  id: string
  trackingNumber: string
  promisedAt: Date | null
  currentLeg: number
  limits: { temperatureMinC: number | null; temperatureMaxC: number | null }
  position: { lat: number; lon: number; at: Date } | null
  arrival: { p10: Date; p50: Date; p90: Date; computedAt: Date; missProbability: number | null; stages: EtaStage[] } | null
  /** In the order of travel. */
  legs: TrackedLeg[]
  /** Those whose cause is there, also if somebody set them aside. */
  alerts: (OpenAlert & { updatedAt: Date; acknowledgedAt: Date | null })[]
  /** What happened, oldest first. */
  milestones: (typeof milestone.$inferSelect)[]
  entries: (typeof customsEntry.$inferSelect)[]
  /** What parties claim and nobody settled, oldest first. */
  reports: (typeof shipmentReport.$inferSelect)[]
  /** Rules of trade that became others since it was announced, and apply to it. */
  ruleChanges: RuleChange[]
  /** What the sensor that travels along said last. */
  temperature: { deviceId: string; temperatureC: number; at: Date } | null
  /** How often it was asked to be computed anew. */
  asked: number
  /** What was kept of it last. */
  kept: typeof riskHistory.$inferSelect | null
  /** What was computed of it last. */
  scores: Record<RiskKind, number> | null
}

const alertChanged = (db: Db): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(alert)
      .where(and(eq(alert.shipmentId, shipment.id), gt(alert.updatedAt, shipmentRisk.computedAt))),
  )

const legsOf = async (db: Db, ids: string[]): Promise<(TrackedLeg & { shipmentId: string })[]> => {
  const rows = await db
    .select()
    .from(leg)
    .innerJoin(origin, eq(origin.code, leg.originCode))
    .innerJoin(destination, eq(destination.code, leg.destinationCode))
    .where(inArray(leg.shipmentId, ids))
    .orderBy(asc(leg.shipmentId), asc(leg.sequence))
  return rows.map(({ leg: row, origin, destination }) => ({ ...row, origin, destination }))
}

const sensorsOf = async (db: Db, ids: string[]) => {
  const rows = await db
    .select({
      shipmentId: assignment.shipmentId,
      deviceId: deviceLatest.deviceId,
      temperatureC: deviceLatest.temperatureC,
      at: deviceLatest.recordedAt,
      from: assignment.from,
      until: assignment.until,
    })
    .from(assignment)
    .innerJoin(deviceLatest, eq(deviceLatest.deviceId, assignment.deviceId))
    .where(inArray(assignment.shipmentId, ids))
    .orderBy(sql`${deviceLatest.recordedAt} desc`)
  return rows.flatMap(({ temperatureC, from, until, ...rest }) =>
    temperatureC !== null && from <= rest.at && (until === null || until > rest.at) ? [{ ...rest, temperatureC }] : [],
  )
}
