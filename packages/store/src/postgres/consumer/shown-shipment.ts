import type { Alert } from '@lading/shared/contract/alert'
import type { CustomsEntry } from '@lading/shared/contract/customs'
import type { Milestone } from '@lading/shared/contract/milestone'
import type { Leg, Position, Shipment } from '@lading/shared/contract/shipment'
import type { EtaStage } from '@lading/shared/domain/eta'
import { etaChanges } from '@lading/shared/domain/eta-changes'
import type { ChargeKind, PaymentState } from '@lading/shared/domain/payment'
import type { Sql } from 'postgres'
import { iso, place } from './as-json.ts'

/**
 * What is read of a shipment for consumers: no parties, goods, devices' readings, messages or documents. Less than this is shown. Routes
 * of legs are not among it: most of what is known of a leg, and only a map draws them.
 */
export type ShownShipment = Pick<
  Shipment,
  'id' | 'trackingNumber' | 'state' | 'incoterm' | 'eta' | 'limits' | 'etaExplanation' | 'devices' | 'proofOfDelivery' | 'createdAt'
> & {
  position: Pick<Position, 'lat' | 'lon' | 'recordedAt'> | null
  origin: { country: string }
  destination: { country: string }
  legs: ShownLeg[]
  milestones: Pick<Milestone, 'id' | 'code' | 'classifier' | 'eventTime' | 'legSequence' | 'locationCode' | 'corrects'>[]
  customs: Pick<CustomsEntry, 'legSequence' | 'country' | 'state' | 'stateAt'>[]
  alerts: Pick<Alert, 'kind' | 'facts' | 'openedAt' | 'updatedAt' | 'closedAt'>[]
  /** Of all that were shown, oldest first, those that are compared with: the first, and the one that `etaExplanation` speaks of. */
  etaHistory: { p50: string; computedAt: string }[]
  /** What is due at the border, where somebody said so. */
  duties?: ShownDuties | null
}

export type ShownDuties = {
  currency: string
  lines: { kind: ChargeKind; name: string; minorUnits: number }[]
  total: number
  dueUntil: string | null
  payments: { state: PaymentState; openedAt: string; paidAt: string | null; refunded: number }[]
}

export type ShownLeg = Pick<Leg, 'sequence' | 'mode' | 'origin' | 'destination'> & {
  departure: { actual: string | null }
  arrival: { actual: string | null }
}

/** What is shown to consumers of a shipment, in one round trip; nothing where there is no such shipment. */
export const shownShipment = async (sql: Sql, id: string): Promise<ShownShipment | undefined> => {
  const [row] = await sql<{ read: Read }[]>`
    select json_build_object(
      'id', shipment.id, 'trackingNumber', shipment.tracking_number, 'state', shipment.state, 'incoterm', shipment.incoterm,
      'origin', json_build_object('country', origin.country), 'destination', json_build_object('country', destination.country),
      'position', case when shipment.position_at is not null and shipment.lat is not null and shipment.lon is not null then
        json_build_object('lat', shipment.lat, 'lon', shipment.lon, 'recordedAt', shipment.position_at) end,
      'eta', case when shipment.eta_computed_at is not null and shipment.eta_p10 is not null
          and shipment.eta_p50 is not null and shipment.eta_p90 is not null then
        json_build_object('p10', shipment.eta_p10, 'p50', shipment.eta_p50, 'p90', shipment.eta_p90, 'computedAt', shipment.eta_computed_at) end,
      'limits', json_build_object(
        'temperatureMinC', shipment.temperature_min_c, 'temperatureMaxC', shipment.temperature_max_c, 'shockMaxG', shipment.shock_max_g),
      'legs', (
        select json_agg(json_build_object(
          'sequence', leg.sequence, 'mode', leg.mode, 'departure', leg.actual_departure, 'arrival', leg.actual_arrival,
          'origin', ${place(sql, 'leaves')}, 'destination', ${place(sql, 'reaches')}) order by leg.sequence)
        from leg join location leaves on leaves.code = leg.origin_code join location reaches on reaches.code = leg.destination_code
        where leg.shipment_id = shipment.id),
      'milestones', (
        select json_agg(json_build_object(
          'id', id, 'code', code, 'classifier', classifier, 'eventTime', event_time, 'legSequence', leg_sequence,
          'locationCode', location_code, 'corrects', corrects) order by event_time, record_time)
        from milestone where shipment_id = shipment.id and (classifier = 'ACT' or corrects is not null)),
      'customs', (
        select json_agg(json_build_object('legSequence', leg_sequence, 'country', country, 'state', state, 'stateAt', state_at)
          order by leg_sequence)
        from customs_entry where shipment_id = shipment.id),
      'alerts', (
        select json_agg(json_build_object(
          'kind', kind, 'facts', facts, 'openedAt', opened_at, 'updatedAt', updated_at, 'closedAt', closed_at) order by opened_at desc)
        from alert where shipment_id = shipment.id and kind = 'temperature'),
      'devices', (
        select json_agg(json_build_object('deviceId', device_id, 'from', "from", 'until', until) order by "from")
        from assignment where shipment_id = shipment.id),
      'proof', (
        select json_build_object('receivedAt', received_at, 'note', note, 'recordedAt', recorded_at)
        from delivery_proof where shipment_id = shipment.id),
      'first', (
        select json_build_object('p50', p50, 'computedAt', computed_at)
        from eta where shipment_id = shipment.id order by computed_at limit 1),
      'stages', shipment.eta_stages,
      'before', (
        select json_build_object('p50', p50, 'computedAt', computed_at, 'stages', stages, 'against', against) from (
          (select eta.*, 'day-before' as against from eta
           where shipment_id = shipment.id and stages is not null and computed_at <= shipment.eta_computed_at - interval '24 hours'
           order by computed_at desc limit 1)
          union all
          (select eta.*, 'first' from eta
           where shipment_id = shipment.id and stages is not null and computed_at < shipment.eta_computed_at
           order by computed_at limit 1)) as earlier
        where shipment.eta_stages is not null order by against limit 1),
      'duties', (
        select json_build_object('currency', bill.currency, 'lines', bill.lines, 'total', bill.total, 'dueUntil', bill.due_until, 'payments', (
          select json_agg(json_build_object(
            'state', state, 'openedAt', opened_at,
            'paidAt', (select received_at from payment_event where payment_id = payment.id and became = 'paid' order by id limit 1),
            'refunded', (select coalesce(sum(minor_units), 0) from refund where payment_id = payment.id and refund.state = 'done')))
          from payment where bill_id = bill.id))
        from duty_bill bill where bill.shipment_id = shipment.id and bill.withdrawn_at is null),
      'createdAt', shipment.created_at) as "read"
    from shipment
    join location origin on origin.code = shipment.origin_code join location destination on destination.code = shipment.destination_code
    where shipment.id = ${id}`
  return row && shown(row.read)
}

type Before = { p50: string; computedAt: string; stages: EtaStage[]; against: 'day-before' | 'first' }
type Kept = { p50: string; computedAt: string }

/** What PostgreSQL answers: its own instants, and nothing where there is none of a kind. */
type Read = Omit<
  ShownShipment,
  'legs' | 'milestones' | 'customs' | 'alerts' | 'devices' | 'proofOfDelivery' | 'etaHistory' | 'etaExplanation' | 'duties'
> & {
  legs: (Omit<ShownLeg, 'departure' | 'arrival'> & { departure: string | null; arrival: string | null })[] | null
  milestones: ShownShipment['milestones'] | null
  customs: ShownShipment['customs'] | null
  alerts: ShownShipment['alerts'] | null
  devices: ShownShipment['devices'] | null
  proof: ShownShipment['proofOfDelivery']
  first: Kept | null
  stages: EtaStage[] | null
  before: Before | null
  duties: (Omit<ShownDuties, 'payments'> & { payments: ShownDuties['payments'] | null }) | null
}

const shown = ({ legs, milestones, customs, alerts, devices, proof, first, stages, before, duties, ...read }: Read): ShownShipment => ({
  ...read,
  position: read.position && { ...read.position, recordedAt: iso(read.position.recordedAt) },
  eta: read.eta && { p10: iso(read.eta.p10), p50: iso(read.eta.p50), p90: iso(read.eta.p90), computedAt: iso(read.eta.computedAt) },
  legs: (legs ?? []).map(({ departure, arrival, ...leg }) => ({
    ...leg,
    departure: { actual: iso(departure) },
    arrival: { actual: iso(arrival) },
  })),
  milestones: (milestones ?? []).map((each) => ({ ...each, eventTime: iso(each.eventTime) })),
  customs: (customs ?? []).map((entry) => ({ ...entry, stateAt: iso(entry.stateAt) })),
  alerts: (alerts ?? []).map((alert) => ({
    ...{ ...alert, openedAt: iso(alert.openedAt), updatedAt: iso(alert.updatedAt), closedAt: iso(alert.closedAt) },
  })),
  devices: (devices ?? []).map((device) => ({ ...device, from: iso(device.from), until: iso(device.until) })),
  proofOfDelivery: proof && { ...proof, receivedAt: iso(proof.receivedAt), recordedAt: iso(proof.recordedAt) },
  etaHistory: historyOf(first, before),
  etaExplanation: stages && { stages, changes: before && changesOf(before, stages) },
  duties: duties && {
    ...duties,
    payments: (duties.payments ?? []).map((each) => ({ ...each, openedAt: iso(each.openedAt), paidAt: iso(each.paidAt) })),
  },
  createdAt: iso(read.createdAt),
})

const historyOf = (first: Kept | null, before: Before | null) =>
  [first, before?.computedAt === first?.computedAt ? null : before].flatMap((kept) =>
    kept ? [{ p50: iso(kept.p50), computedAt: iso(kept.computedAt) }] : [],
  )

const changesOf = ({ computedAt, against, stages: then }: Before, stages: EtaStage[]) => ({
  ...{ since: iso(computedAt), against, stages: etaChanges(then, stages) },
})
