import type { Claim } from '@lading/shared/contract/claim'
import { conditionNames } from '@lading/shared/domain/reading'
import { simplifyInTime } from '@lading/shared/geo/simplify'
import { listAlerts } from '@lading/store/postgres/alert/list'
import { entriesOf } from '@lading/store/postgres/customs/entries-of'
import type { Db } from '@lading/store/postgres/open'
import { getPurchaseOrder, receiptsOf } from '@lading/store/postgres/purchase-order/get'
import { assignmentsOf } from '@lading/store/postgres/shipment/assignments'
import { getShipment } from '@lading/store/postgres/shipment/get'
import { reportsOf } from '@lading/store/postgres/shipment-report/add'
import type { TelemetryStore } from '@lading/store/telemetry/telemetry-store'
import { deviceRanges } from '../shipment/device-ranges.ts'
import { mergeSlices } from '../shipment/merge-slices.ts'

type Deps = { db: Db; telemetry: TelemetryStore; now: Date }

const trackPoints = 500
const conditionPoints = 300
const alertsMost = 200

/**
 * What is known of the shipment or order that a claim is about, as it is known now: the shipment with legs and milestones, where it has been,
 * how its goods fared, alerts, what parties said, and declarations with their documents. A long track is simplified, and says of how many fixes.
 */
export const gatherPack = async ({ db, telemetry, now }: Deps, claim: Claim): Promise<Record<string, unknown>> => {
  const { number, kind, state, partner, shipment, order, evidenceId, claimed, agreed, description, openedAt } = claim
  return {
    gatheredAt: now.toISOString(),
    claim: { number, kind, state, partner, evidenceId, claimed, agreed, description, openedAt },
    shipment: shipment && (await ofShipment({ db, telemetry, now }, shipment.id)),
    order: order && { ...(await getPurchaseOrder(db, order.id)), receipts: await receiptsOf(db, order.id) },
  }
}

const ofShipment = async ({ db, telemetry, now }: Deps, id: string) => {
  const [shipment, assignments, customs, alerts, reports] = await Promise.all([
    getShipment(db, id),
    assignmentsOf(db, id),
    entriesOf(db, id),
    listAlerts(db, { shipmentId: id, limit: alertsMost, now }),
    reportsOf(db, id),
  ])
  const ranges = deviceRanges(assignments ?? [], {}, now)
  const fixes = (await Promise.all(ranges.map((range) => telemetry.fixes(range)))).flat().sort((a, b) => a.recordedAtMs - b.recordedAtMs)
  const series = await Promise.all(
    conditionNames.map(async (name) => {
      const slices = (await Promise.all(ranges.map((range) => telemetry.series(range, name, conditionPoints)))).flat()
      const points = mergeSlices(slices, conditionPoints).map(({ atMs, min, mean, max }) => ({ at: iso(atMs), min, mean, max }))
      return { measurement: name, points }
    }),
  )
  return {
    ...{ known: shipment, customs, alerts: alerts.items, reports, conditions: series.filter(({ points }) => points.length > 0) },
    track: {
      fixes: fixes.length,
      points: simplifyInTime(fixes, trackPoints).map(({ recordedAtMs, lat, lon }) => ({ at: iso(recordedAtMs), lat, lon })),
    },
  }
}

const iso = (ms: number) => new Date(ms).toISOString()
