import type { ShipmentQuery } from '@lading/shared/contract/shipment'
import type { AlertKind } from '@lading/shared/domain/alert'
import { heldStates } from '@lading/shared/domain/customs-entry'
import { missThresholds, type PromiseState } from '@lading/shared/domain/promise'
import { type RiskKind, riskKinds } from '@lading/shared/domain/risk'
import { type RiskLevel, riskLevelFrom } from '@lading/shared/domain/risk-level'
import type { Bbox } from '@lading/shared/geo/bbox'
import { and, type Column, desc, eq, exists, gte, ilike, inArray, lt, not, or, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { wanting } from '../alert/wanting.ts'
import { after, containing, literally, within } from '../conditions.ts'
import { isWithCustoms } from '../customs/is-with-customs.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { alert } from '../schema/alert.ts'
import { customsEntry } from '../schema/customs.ts'
import { assignment } from '../schema/device.ts'
import { leg } from '../schema/leg.ts'
import { location } from '../schema/location.ts'
import { shipmentRisk } from '../schema/risk.ts'
import { shipment, shipmentParty } from '../schema/shipment.ts'
import { shipmentSearch } from '../schema/shipment-search.ts'
import { notFinished } from '../tracking/not-finished.ts'
import { selectSummaries, toSummary } from './summary.ts'

export type ShipmentFilter = Omit<ShipmentQuery, 'bbox' | 'limit'> & { bbox?: Bbox; limit: number }

/** Shipments that meet every part of the filter, newest first; the order does not change while pages are read. */
export const listShipments = async (db: Db, { limit, cursor, ...filter }: ShipmentFilter) => {
  const order = [desc(shipment.createdAt), desc(shipment.id)]
  // Which they are is found first: what a summary says is then looked up for a page, and not for all that meet the filter.
  const page = db
    .select({ id: shipment.id })
    .from(shipment)
    .where(and(...meets(db, filter), cursor ? after(readUuidCursor(cursor), shipment.createdAt, shipment.id) : undefined))
    .orderBy(...order)
    .limit(oneMoreThan(limit))
  const rows = await selectSummaries(db)
    .where(inArray(shipment.id, page))
    .orderBy(...order)
  return toPage(rows, limit, toSummary, (row) => ({ at: row.shipment.createdAt, id: row.shipment.id }))
}

const meets = (
  db: Db,
  {
    state,
    mode,
    promise,
    carrier,
    origin,
    destination,
    warehouse,
    customs,
    alertKind,
    riskKind,
    riskLevel,
    alert: alerted,
    q,
    bbox,
  }: Omit<ShipmentFilter, 'limit' | 'cursor'>,
) => {
  const conditions: (SQL | undefined)[] = [
    state && inArray(shipment.state, state),
    mode && inArray(shipment.mode, mode),
    promise && and(notFinished(), or(...promise.map(promiseIs))),
    carrier && inArray(shipment.carrier, carrier),
    origin === undefined ? undefined : isAt(db, shipment.originCode, origin),
    destination === undefined ? undefined : isAt(db, shipment.destinationCode, destination),
    warehouse === undefined ? undefined : passesThrough(db, warehouse),
    alertKind && hasAlert(db, alertKind),
    (riskKind || riskLevel) && hasRisk(db, riskKind ?? riskKinds, riskLevel ?? 'raised'),
    bbox && within(bbox, shipment.lat, shipment.lon),
    customs && hasCustoms(db, customs),
    q ? mentions(db, q.trim()) : undefined,
  ]
  return alerted === undefined ? conditions : [...conditions, alerted ? hasAlert(db) : not(hasAlert(db))]
}

const hasAlert = (db: Db, kinds?: AlertKind[]) =>
  exists(
    db
      .select({ id: alert.id })
      .from(alert)
      .where(and(eq(alert.shipmentId, shipment.id), wanting(), kinds && inArray(alert.kind, kinds))),
  )

const hasRisk = (db: Db, kinds: readonly RiskKind[], level: RiskLevel) =>
  and(
    notFinished(),
    exists(
      db
        .select({ id: shipmentRisk.shipmentId })
        .from(shipmentRisk)
        .where(
          and(
            eq(shipmentRisk.shipmentId, shipment.id),
            or(...kinds.map((kind) => sql`(${shipmentRisk.scores} ->> ${kind})::float8 >= ${riskLevelFrom[level]}`)),
          ),
        ),
    ),
  )

// Codes of places have three characters or more, those of countries two.
const isAt = (db: Db, column: Column, place: string) =>
  place.length === 2
    ? inArray(column, db.select({ code: location.code }).from(location).where(eq(location.country, place.toUpperCase())))
    : eq(column, place)

// Asked as two questions, each with an index of its own: asked as one, PostgreSQL walks down the list and looks at the legs of each
// shipment, which is the whole list where few pass through.
const passesThrough = (db: Db, place: string) => {
  const legsAt = (column: Column) => db.select({ id: leg.shipmentId }).from(leg).where(eq(column, place))
  return inArray(shipment.id, unionAll(legsAt(leg.originCode), legsAt(leg.destinationCode)))
}

const hasCustoms = (db: Db, customs: 'held' | 'open') =>
  exists(
    db
      .select({ id: customsEntry.id })
      .from(customsEntry)
      .where(
        and(
          eq(customsEntry.shipmentId, shipment.id),
          isWithCustoms(),
          customs === 'held' ? inArray(customsEntry.state, heldStates) : undefined,
        ),
      ),
  )

// As literals: thresholds stay as they are, and of a parameter a kept plan does not know how many rows are beyond it.
const atRisk = sql.raw(String(missThresholds.atRisk))
const late = sql.raw(String(missThresholds.late))

const promiseIs = (promise: PromiseState) => {
  if (promise === 'late') return gte(shipment.missProbability, late)
  return promise === 'at-risk'
    ? and(gte(shipment.missProbability, atRisk), lt(shipment.missProbability, late))
    : lt(shipment.missProbability, atRisk)
}

/**
 * Shipments with the text in what they are called, their devices are called or their recipient is called. Each of the three is asked by
 * itself, so that each can answer from its index of parts of words.
 */
const mentions = (db: Db, text: string) =>
  inArray(
    shipment.id,
    unionAll(
      db.select({ id: shipmentSearch.shipmentId }).from(shipmentSearch).where(says(shipmentSearch.names, text)),
      db.select({ id: assignment.shipmentId }).from(assignment).where(says(assignment.deviceId, text)),
      db
        .select({ id: shipmentParty.shipmentId })
        .from(shipmentParty)
        .where(and(isConsignee, says(shipmentParty.name, text))),
    ),
  )

// One or two letters are somewhere in nearly every name: they have to begin a word. Scripts that say a word in two characters are spared.
const says = (column: Column, text: string) =>
  /^[ -~]{1,2}$/.test(text)
    ? or(ilike(column, `${literally(text)}%`), ilike(column, `% ${literally(text)}%`))
    : ilike(column, containing(text))

// As a literal: an index of some of the rows is not used where a parameter says which.
const isConsignee = sql`${shipmentParty.role} = 'consignee'`
