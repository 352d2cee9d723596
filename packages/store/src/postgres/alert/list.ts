import type { AlertQuery } from '@lading/shared/contract/alert'
import type { Bbox } from '@lading/shared/geo/bbox'
import { and, desc, eq, getTableColumns, inArray, not, or } from 'drizzle-orm'
import { after, within } from '../conditions.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { alert } from '../schema/alert.ts'
import { shipment } from '../schema/shipment.ts'
import { toAlert } from './to-alert.ts'
import { inState, wanting } from './wanting.ts'

export type AlertFilter = Omit<AlertQuery, 'bbox' | 'limit'> & { bbox?: Bbox; limit: number; now: Date }

/** Alerts that meet every part of the filter, the newest first. `bbox` is about where the shipment is now. */
export const listAlerts = async (db: Db, { limit, cursor, open, state, kind, assignedTo, shipmentId, bbox, now }: AlertFilter) => {
  const rows = await selectAlerts(db)
    .where(
      and(
        open === undefined ? undefined : open ? wanting() : not(wanting()),
        state && or(...state.map((each) => inState(each, now))),
        kind && inArray(alert.kind, kind),
        assignedTo === undefined ? undefined : eq(alert.assignedTo, assignedTo),
        shipmentId === undefined ? undefined : eq(alert.shipmentId, shipmentId),
        bbox && within(bbox, shipment.lat, shipment.lon),
        cursor ? after(readUuidCursor(cursor), alert.openedAt, alert.id) : undefined,
      ),
    )
    .orderBy(desc(alert.openedAt), desc(alert.id))
    .limit(oneMoreThan(limit))
  return toPage(rows, limit, ofRow, (row) => ({ at: row.alert.openedAt, id: row.alert.id }))
}

/** Alerts with the tracking number of their shipment, ready for a filter and an order. */
export const selectAlerts = (db: Pick<Db, 'select'>) =>
  db
    .select({ alert: getTableColumns(alert), trackingNumber: shipment.trackingNumber })
    .from(alert)
    .innerJoin(shipment, eq(shipment.id, alert.shipmentId))
    .$dynamic()

export const ofRow = ({ alert: row, trackingNumber }: Awaited<ReturnType<typeof selectAlerts>>[number]) => toAlert(row, trackingNumber)
