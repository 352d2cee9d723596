import type { Milestone } from '@lading/shared/contract/milestone'
import type { Eta, Shipment } from '@lading/shared/contract/shipment'
import { asc, desc, eq } from 'drizzle-orm'
import { ofRow, selectAlerts } from '../alert/list.ts'
import { feedbackOf, proofOf } from '../consumer/of-shipment.ts'
import { entriesOf } from '../customs/entries-of.ts'
import { explanationOf } from '../eta/explanation.ts'
import { visitsOf } from '../geofence-visit/of-shipment.ts'
import type { Db } from '../open.ts'
import { alert } from '../schema/alert.ts'
import { assignment } from '../schema/device.ts'
import { eta } from '../schema/eta.ts'
import { milestone } from '../schema/milestone.ts'
import { shipment, shipmentItem, shipmentParty } from '../schema/shipment.ts'
import { legsOf } from './legs.ts'
import { selectSummaries, toSummary } from './summary.ts'

const etaHistoryMax = 500
// Without the parts, which would be most of the answer.
const shownOfEta = { p10: eta.p10, p50: eta.p50, p90: eta.p90, computedAt: eta.computedAt }

/** Everything there is to know about one shipment, apart from readings. */
export const getShipment = async (db: Db, id: string): Promise<Shipment | undefined> => {
  const [found] = await selectSummaries(db).where(eq(shipment.id, id))
  const [row] = await db.select().from(shipment).where(eq(shipment.id, id))
  if (!found || !row) return undefined
  const [legs, parties, items, milestones, alerts, etas, devices, customs, etaExplanation, proofOfDelivery, feedback, visits] =
    await Promise.all([
      legsOf(db, id),
      db.select().from(shipmentParty).where(eq(shipmentParty.shipmentId, id)).orderBy(asc(shipmentParty.role), asc(shipmentParty.name)),
      db.select().from(shipmentItem).where(eq(shipmentItem.shipmentId, id)).orderBy(asc(shipmentItem.description), asc(shipmentItem.id)),
      milestonesOf(db, id),
      selectAlerts(db).where(eq(alert.shipmentId, id)).orderBy(desc(alert.openedAt)),
      db.select(shownOfEta).from(eta).where(eq(eta.shipmentId, id)).orderBy(desc(eta.computedAt)).limit(etaHistoryMax),
      db.select().from(assignment).where(eq(assignment.shipmentId, id)).orderBy(asc(assignment.from)),
      entriesOf(db, id),
      row.etaStages && row.etaComputedAt ? explanationOf(db, id, row.etaStages, row.etaComputedAt) : null,
      proofOf(db, id),
      feedbackOf(db, id),
      visitsOf(db, id),
    ])
  return {
    ...toSummary(found),
    incoterm: row.incoterm,
    incotermPlace: row.incotermPlace,
    merchant: row.merchantCode,
    parties: parties.map(({ role, name, country }) => ({ role, name, country })),
    items: items.map(({ product, description, hsCode, quantity, valueMinorUnits, currency, origin, weightKg }) => ({
      product,
      description,
      hsCode,
      quantity,
      value: { minorUnits: valueMinorUnits, currency },
      origin,
      weightKg,
    })),
    limits: { temperatureMinC: row.temperatureMinC, temperatureMaxC: row.temperatureMaxC, shockMaxG: row.shockMaxG },
    containers: row.containers,
    saidState: row.saidState,
    legs,
    milestones,
    customs,
    alerts: alerts.map(ofRow),
    etaExplanation,
    etaHistory: etas.reverse().map(toEta),
    devices: devices.map(({ deviceId, from, until }) => ({
      deviceId,
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    proofOfDelivery,
    feedback,
    visits,
    createdAt: row.createdAt.toISOString(),
  }
}

const milestonesOf = async (db: Db, id: string): Promise<Milestone[]> => {
  const rows = await db
    .select()
    .from(milestone)
    .where(eq(milestone.shipmentId, id))
    .orderBy(asc(milestone.eventTime), asc(milestone.recordTime))
  return rows.map(({ shipmentId: _, lat, lon, eventTime, recordTime, ...rest }) => ({
    ...rest,
    eventTime: eventTime.toISOString(),
    recordTime: recordTime.toISOString(),
    position: lat === null || lon === null ? null : { lat, lon },
  }))
}

const toEta = ({ p10, p50, p90, computedAt }: Pick<typeof eta.$inferSelect, keyof typeof shownOfEta>): Eta => ({
  p10: p10.toISOString(),
  p50: p50.toISOString(),
  p90: p90.toISOString(),
  computedAt: computedAt.toISOString(),
})
