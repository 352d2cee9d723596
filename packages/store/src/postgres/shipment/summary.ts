import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { heldStates } from '@lading/shared/domain/customs-entry'
import { riskLevelsOf } from '@lading/shared/domain/risk-level'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { wanting } from '../alert/wanting.ts'
import { isWithCustoms } from '../customs/is-with-customs.ts'
import type { Db } from '../open.ts'
import { alert, type severityEnum } from '../schema/alert.ts'
import { customsEntry } from '../schema/customs.ts'
import { location } from '../schema/location.ts'
import { shipmentRisk } from '../schema/risk.ts'
import { shipment } from '../schema/shipment.ts'

const origin = alias(location, 'origin')
const destination = alias(location, 'destination')

// Only what is shown and sorted by: for 20,000 shipments on a map every column costs.
const shown = {
  id: shipment.id,
  trackingNumber: shipment.trackingNumber,
  reference: shipment.reference,
  state: shipment.state,
  mode: shipment.mode,
  carrier: shipment.carrier,
  promisedAt: shipment.promisedAt,
  lat: shipment.lat,
  lon: shipment.lon,
  positionAt: shipment.positionAt,
  speedKmh: shipment.speedKmh,
  headingDeg: shipment.headingDeg,
  progress: shipment.progress,
  etaP10: shipment.etaP10,
  etaP50: shipment.etaP50,
  etaP90: shipment.etaP90,
  etaComputedAt: shipment.etaComputedAt,
  missProbability: shipment.missProbability,
  updatedAt: shipment.updatedAt,
  createdAt: shipment.createdAt,
}

type Severity = (typeof severityEnum.enumValues)[number]

/** Shipments with what a summary says of them, ready for a filter, an order and a limit. */
export const selectSummaries = (db: Db) => {
  const open = db
    .select({
      alerts: count().as('open_alerts'),
      // The order of the enumeration is the order of severity.
      worst: sql<Severity>`max(${alert.severity})`.as('worst_severity'),
    })
    .from(alert)
    .where(and(eq(alert.shipmentId, shipment.id), wanting()))
    .as('open')
  const customs = db
    .select({
      isHeld: sql<boolean>`bool_or(${inArray(customsEntry.state, heldStates)})`.as('is_held'),
    })
    .from(customsEntry)
    .where(and(eq(customsEntry.shipmentId, shipment.id), isWithCustoms()))
    .as('customs')
  return (
    db
      .select({
        shipment: shown,
        origin: { code: origin.code, name: origin.name, country: origin.country },
        destination: { code: destination.code, name: destination.name, country: destination.country },
        openAlerts: open.alerts,
        worstSeverity: open.worst,
        isHeld: customs.isHeld,
        scores: shipmentRisk.scores,
      })
      .from(shipment)
      .innerJoin(origin, eq(origin.code, shipment.originCode))
      .innerJoin(destination, eq(destination.code, shipment.destinationCode))
      // Of the shipments that are asked for only: adding up those of a hundred thousand takes longer than a page of a list.
      .leftJoinLateral(open, sql`true`)
      .leftJoinLateral(customs, sql`true`)
      .leftJoin(shipmentRisk, eq(shipmentRisk.shipmentId, shipment.id))
      .$dynamic()
  )
}

export type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number]

export const toSummary = ({
  shipment: row,
  origin,
  destination,
  openAlerts,
  worstSeverity,
  isHeld,
  scores,
}: SummaryRow): ShipmentSummary => ({
  id: row.id,
  trackingNumber: row.trackingNumber,
  reference: row.reference,
  state: row.state,
  mode: row.mode,
  carrier: row.carrier,
  origin,
  destination,
  promisedAt: row.promisedAt?.toISOString() ?? null,
  position: toPosition(row),
  progress: row.progress,
  eta: toEta(row),
  // Of what has arrived, the arrival itself says whether it was in time.
  missProbability: isFinished(row.state) ? null : row.missProbability,
  openAlerts: openAlerts ?? 0,
  worstSeverity,
  customsState: isHeld === null ? null : isHeld ? 'held' : 'pending',
  risk: scores === null || isFinished(row.state) ? {} : riskLevelsOf(scores),
  updatedAt: row.updatedAt.toISOString(),
})

/** Summaries of the shipments that meet a condition, in no order. */
export const findSummaries = async (db: Db, where: SQL | undefined): Promise<ShipmentSummary[]> =>
  (await selectSummaries(db).where(where)).map(toSummary)

export const summariesOf = (db: Db, ids: string[]) => findSummaries(db, inArray(shipment.id, ids))

const toPosition = ({ lat, lon, positionAt, speedKmh, headingDeg }: SummaryRow['shipment']) =>
  lat === null || lon === null || positionAt === null ? null : { lat, lon, recordedAt: positionAt.toISOString(), speedKmh, headingDeg }

const toEta = ({ etaP10, etaP50, etaP90, etaComputedAt }: SummaryRow['shipment']) =>
  etaP10 && etaP50 && etaP90 && etaComputedAt
    ? { p10: etaP10.toISOString(), p50: etaP50.toISOString(), p90: etaP90.toISOString(), computedAt: etaComputedAt.toISOString() }
    : null
