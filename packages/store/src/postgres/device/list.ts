import type { Device } from '@lading/shared/contract/device'
import { and, desc, eq, getTableColumns, gt, ilike, isNull, lte, or, type SQL } from 'drizzle-orm'
import { after, containing } from '../conditions.ts'
import { rejectedByReason, toLedger } from '../device-ledger/of-device.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readCursor, toPage } from '../page.ts'
import { assignment, device, deviceLatest } from '../schema/device.ts'
import { deviceLedger } from '../schema/device-ledger.ts'
import { type DeviceHealth, isUnwell } from './is-unwell.ts'

export type DeviceFilter = { q?: string; health?: DeviceHealth; cursor?: string; limit: number }

/** Devices with what was last heard of them, the last registered first. `now` says which assignment counts. */
export const listDevices = async (db: Db, { q, health, cursor, limit }: DeviceFilter, now: Date) => {
  const rows = await select(
    db,
    and(
      q ? or(ilike(device.id, containing(q.trim())), ilike(device.label, containing(q.trim()))) : undefined,
      health && isUnwell(health, now),
      cursor ? after(readCursor(cursor), device.registeredAt, device.id) : undefined,
    ),
    now,
  )
    .orderBy(desc(device.registeredAt), desc(device.id))
    .limit(oneMoreThan(limit))
  return toPage(rows, limit, toDevice, (row) => ({ at: row.device.registeredAt, id: row.device.id }))
}

export const getDevice = async (db: Db, id: string, now: Date): Promise<Device | undefined> => {
  const [found] = await select(db, eq(device.id, id), now)
  return found && toDevice(found)
}

const select = (db: Db, where: SQL | undefined, now: Date) =>
  db
    .select({
      device: getTableColumns(device),
      latest: getTableColumns(deviceLatest),
      shipmentId: assignment.shipmentId,
      ledger: getTableColumns(deviceLedger),
      rejected: rejectedByReason,
    })
    .from(device)
    .leftJoin(deviceLedger, eq(deviceLedger.deviceId, device.id))
    .leftJoin(deviceLatest, eq(deviceLatest.deviceId, device.id))
    // At most one row, because a device speaks for one shipment at a time.
    .leftJoin(
      assignment,
      and(eq(assignment.deviceId, device.id), lte(assignment.from, now), or(isNull(assignment.until), gt(assignment.until, now))),
    )
    .where(where)
    .$dynamic()

const toDevice = ({ device: row, latest, shipmentId, ledger, rejected }: Awaited<ReturnType<typeof select>>[number]): Device => ({
  id: row.id,
  label: row.label,
  reportIntervalS: row.reportIntervalS,
  lastSeenAt: latest?.recordedAt.toISOString() ?? null,
  position: toPosition(latest),
  batteryPct: latest?.batteryPct ?? null,
  shipmentId,
  registeredAt: row.registeredAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  ledger: ledger && toLedger(ledger, rejected ?? {}),
})

const toPosition = (latest: typeof deviceLatest.$inferSelect | null) =>
  latest?.positionAt && latest.lat !== null && latest.lon !== null
    ? { lat: latest.lat, lon: latest.lon, recordedAt: latest.positionAt.toISOString() }
    : null
