import { claimDeadlines, claimStates } from '@lading/shared/domain/claim'
import type { PartnerRole } from '@lading/shared/domain/partner'
import type { PartnerFacts } from '@lading/shared/domain/partner-facts'
import { type SQL, sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import type { Db } from '../open.ts'
import { namesOf } from './names-of.ts'

/** What happened longer ago says next to nothing of how a partner is now. */
const lookBack = '2 years'

type Of<Fact> = Fact & { code: string }
type Known = { code: string; name: string; aliases: string[]; roles: PartnerRole[] }

/**
 * What the platform has seen of partners in the last two years, and what people recorded of them, by their codes. A carrier is found by the
 * carrier of legs, a forwarder by the parties of shipments, a supplier by orders, a broker by the declarant, each by its name or an alias.
 */
export const factsOfPartners = async (db: Db, partners: Known[], now: Date): Promise<Map<string, PartnerFacts>> => {
  const found = new Map(partners.map(({ code }): [string, PartnerFacts] => [code, noFacts()]))
  const named = (role: PartnerRole) => {
    const pairs = partners.filter(({ roles }) => roles.includes(role)).flatMap((each) => namesOf(each).map((name) => [each.code, name]))
    const column = (at: number) => sql`${textArray(pairs.map((pair) => pair[at]))}::text[]`
    return pairs.length === 0 ? undefined : sql`unnest(${column(0)}, ${column(1)}) as named (code, name)`
  }
  const read = async <Row extends object>(
    what: keyof PartnerFacts,
    names: SQL | undefined,
    query: (names: SQL) => SQL,
    toRow = asIs<Row>,
  ) => {
    if (!names) return
    for (const { code, ...row } of await db.execute<Of<Record<string, unknown>>>(query(names)))
      (found.get(code)?.[what] as unknown[] | undefined)?.push(toRow(row))
  }
  const since = new Date(now.getTime())
  const from = sql`${since.toISOString()}::timestamptz - ${lookBack}::interval`
  const until = sql`${now.toISOString()}::timestamptz`
  const codes = sql`unnest(${textArray(partners.map(({ code }) => code))}::text[]) as named (code)`
  const every = partners.length > 0 ? codes : undefined

  await read('legs', named('carrier'), (names) => legsQuery(names, from, until), toLeg)
  await read('history', named('carrier'), (names) => historyQuery(names, from), withDates(['startedAt']))
  await read('shipments', named('forwarder'), (names) => shipmentsQuery(names, from), withDates(['dueAt', 'arrivedAt']))
  await read('orders', named('supplier'), (names) => ordersQuery(names, from), withDates(['expectedAt', 'cameAt', 'lastAt']))
  await read('customs', named('broker'), (names) => customsQuery(names, from), withDates(['lodgedAt']))
  await read('recorded', every, (names) => recordedQuery(names, from), withDates(['at']))
  await read('claims', every, (names) => claimsQuery(names, from, until), withDates(['decidedAt', 'lateAt']))
  await read('disputes', every, disputesQuery)
  return found
}

const noFacts = (): PartnerFacts => ({
  legs: [],
  history: [],
  shipments: [],
  orders: [],
  customs: [],
  recorded: [],
  claims: [],
  disputes: [],
})
const asIs = <Row>(row: Record<string, unknown>) => row as Row
// Statements of this kind are answered with times as text.
const toDate = (value: unknown) => (value === null ? null : new Date(value as string))
const withDates = (names: string[]) => (row: Record<string, unknown>) => ({
  ...row,
  ...Object.fromEntries(names.map((name) => [name, toDate(row[name])])),
})
const toLeg = (row: Record<string, unknown>) => ({
  ...withDates(['plannedArrival', 'actualDeparture', 'actualArrival'])(row),
  alerts: (row.alerts as [string, string][]).map(([kind, openedAt]) => ({ kind, openedAt: new Date(openedAt) })),
})

const legsQuery = (names: SQL, from: SQL, until: SQL) => sql`
  select named.code, leg.shipment_id as "shipmentId", s.tracking_number as "trackingNumber", leg.sequence, leg.mode,
    leg.planned_arrival as "plannedArrival", leg.actual_departure as "actualDeparture", leg.actual_arrival as "actualArrival",
    greatest(0, coalesce(extract(epoch from before.actual_arrival - before.planned_arrival)::float8 / 3600, 0)) as "handedOverLateHours",
    (s.temperature_min_c is not null or s.temperature_max_c is not null or s.shock_max_g is not null) as "hasLimits",
    exists (select from assignment where assignment.shipment_id = leg.shipment_id) as "hasDevice",
    coalesce((
      select jsonb_agg(jsonb_build_array(alert.kind, alert.opened_at)) from alert
      where alert.shipment_id = leg.shipment_id and alert.kind in ('temperature', 'shock', 'silent-device')
        and alert.opened_at >= leg.actual_departure and alert.opened_at <= coalesce(leg.actual_arrival, ${until})
    ), '[]') as alerts
  from ${names}
  join leg on lower(leg.carrier) = named.name
  join shipment s on s.id = leg.shipment_id
  left join leg before on before.shipment_id = leg.shipment_id and before.sequence = leg.sequence - 1
  where leg.planned_arrival > ${from} and leg.actual_departure is not null`

// Of our own legs it is told by the legs themselves.
const historyQuery = (names: SQL, from: SQL) => sql`
  select named.code, key, mode, started_at as "startedAt", planned_hours as "plannedHours", actual_hours as "actualHours"
  from ${names} join stage_outcome on lower(carrier) = named.name
  where source = 'import' and kind = 'leg' and started_at > ${from} and planned_hours is not null`

const shipmentsQuery = (names: SQL, from: SQL) => sql`
  select distinct on (named.code, s.id) named.code, s.id as "shipmentId", s.tracking_number as "trackingNumber", last.mode,
    coalesce(s.promised_at, last.planned_arrival) as "dueAt", last.actual_arrival as "arrivedAt"
  from ${names}
  join shipment_party on role = 'forwarder' and lower(shipment_party.name) = named.name
  join shipment s on s.id = shipment_party.shipment_id
  join lateral (select * from leg where leg.shipment_id = s.id order by sequence desc limit 1) last on true
  where last.actual_arrival > ${from}`

const ordersQuery = (names: SQL, from: SQL) => sql`
  select named.code, o.id as "orderId", o.number, line.product, line.quantity, line.received, line.expected_at as "expectedAt",
    case when line.received >= line.quantity then came.last_at end as "cameAt", came.last_at as "lastAt",
    o.state in ('received', 'cancelled') as "isClosed"
  from ${names}
  join purchase_order o on lower(o.supplier) = named.name
  join purchase_order_line line on line.order_id = o.id
  left join lateral (
    select max(at) as last_at from purchase_order_receipt r where r.order_id = o.id and r.product = line.product
  ) came on true
  where o.ordered_at > ${from} and (o.state in ('sent', 'confirmed', 'received') or (o.state = 'cancelled' and line.received > 0))`

const customsQuery = (names: SQL, from: SQL) => sql`
  select named.code, e.shipment_id as "shipmentId", s.tracking_number as "trackingNumber", e.leg_sequence as "legSequence",
    e.lodged_at as "lodgedAt", coalesce(e.missing_at_lodging, '{}') as missing
  from ${names} join customs_entry e on lower(e.declarant) = named.name join shipment s on s.id = e.shipment_id
  where e.lodged_at > ${from} and e.missing_at_lodging is not null`

const recordedQuery = (names: SQL, from: SQL) => sql`
  select named.code, e.id, e.aspect, e.is_good as "isGood", e.count, e.at, e.source, e.note, e.shipment_id as "shipmentId",
    s.tracking_number as "trackingNumber", e.order_id as "orderId", o.number
  from ${names} join partner_evidence e on e.partner_code = named.code
  left join shipment s on s.id = e.shipment_id left join purchase_order o on o.id = e.order_id
  where e.at > ${from}`

/** States in which the partner has to move. */
const onThem = claimStates.filter((state) => claimDeadlines[state]?.side === 'respondent')

const claimsQuery = (names: SQL, from: SQL, until: SQL) => sql`
  select named.code, c.id, c.number, c.kind, c.decision, c.decided_at as "decidedAt",
    coalesce(c.late_at, case when c.state::text = any(${textArray(onThem)}::text[]) and c.due_at < ${until} then c.due_at end) as "lateAt",
    c.shipment_id as "shipmentId", s.tracking_number as "trackingNumber", c.order_id as "orderId", o.number as "orderNumber"
  from ${names} join claim c on c.partner_code = named.code
  left join shipment s on s.id = c.shipment_id left join purchase_order o on o.id = c.order_id
  where c.kind <> 'score' and c.state <> 'withdrawn' and c.opened_at > ${from}`

const disputesQuery = (names: SQL) => sql`
  select distinct on (named.code, c.evidence_id) named.code, c.id, c.number, c.evidence_id as "evidenceId", c.state,
    coalesce(c.decision = 'upheld', false) as "isUpheld", c.due_at is not null as "isOpen"
  from ${names} join claim c on c.partner_code = named.code
  where c.kind = 'score' and c.state <> 'withdrawn' order by named.code, c.evidence_id, c.opened_at desc, c.id`
