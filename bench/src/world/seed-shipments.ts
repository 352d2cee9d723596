import { createRandom } from '@lading/simulators/random/random'
import { numberArray, textArray } from '@lading/store/postgres/array-literal'
import type { Database } from '@lading/store/postgres/open'
import type { TradeLane } from './lanes.ts'
import { consigneeOf, deviceOf, referenceOf, shipmentId, trackingNumberOf } from './names.ts'
import { placeOn } from './place.ts'

const rowsAtOnce = 10_000

/**
 * Shipments on the lanes of the world, numbers `from` to `until`, each with a device and its parties, and alerts where something is wrong.
 * `bench_shipment` keeps number, id and lane of each.
 */
export const seedShipments = async ({ sql }: Database, lanes: TradeLane[], { from, until }: { from: number; until: number }) => {
  for (let first = from; first < until; first += rowsAtOnce) {
    const numbers = Array.from({ length: Math.min(rowsAtOnce, until - first) }, (_, index) => first + index)
    const rows = numbers.map((number) => {
      const random = createRandom(number)
      // A few lanes carry most of the trade.
      const lane = lanes[Math.floor(lanes.length * random.unit() ** 1.7)] as TradeLane
      return { number, lane: lane.number, draw: random.unit(), ...placeOn(lane, random) }
    })
    await sql.unsafe(insertShipments, [
      numberArray(rows.map(({ number }) => number)),
      textArray(rows.map(({ number }) => shipmentId(number))),
      textArray(rows.map(({ number }) => trackingNumberOf(number))),
      textArray(rows.map(({ number }) => referenceOf(number))),
      numberArray(rows.map(({ lane }) => lane)),
      numberArray(rows.map(({ leg }) => leg + 1)),
      ...(['lat', 'lon', 'speedKmh', 'headingDeg', 'draw'] as const).map((name) => numberArray(rows.map((row) => row[name]))),
    ])
    await sql.unsafe(insertDevices, [
      textArray(rows.map(({ number }) => deviceOf(number))),
      textArray(rows.map(({ number }) => shipmentId(number))),
      textArray(rows.map(({ number }) => consigneeOf(number))),
    ])
  }
  await sql.unsafe(insertAlerts, [from, until])
  await sql.unsafe('vacuum analyze')
}

const insertShipments = `
  with batch as (
    select * from unnest($1::text::int[], $2::text::uuid[], $3::text::text[], $4::text::text[], $5::text::int[], $6::text::int[],
      $7::text::float8[], $8::text::float8[], $9::text::float8[], $10::text::float8[], $11::text::float8[])
      as batch (number, id, tracking_number, reference, lane, current_leg, lat, lon, speed, heading, draw)
  ), noted as (insert into bench_shipment select number, id, lane, current_leg from batch)
  insert into shipment (id, tracking_number, reference, incoterm, incoterm_place, origin_code, destination_code, promised_at, state,
    current_leg, mode, carrier, lat, lon, position_at, speed_kmh, heading_deg, progress, eta_p10, eta_p50, eta_p90, eta_computed_at,
    miss_probability, tracked_until, created_at, updated_at)
  select id, tracking_number, reference, 'DAP', last.destination, first.origin, last.destination,
    now() + (draw * 30 - 4) * interval '1 day',
    case when draw < 0.08 then 'info-received' when draw < 0.13 then 'exception' when draw < 0.18 then 'out-for-delivery'
      when draw < 0.2 then 'available-for-pickup' when draw > 0.97 then 'delivered' else 'in-transit' end::shipment_state,
    current_leg, leg.mode, leg.carrier,
    lat, lon, now() - draw * interval '3 hours', speed, heading, draw,
    now() + (draw * 30 - 1) * interval '1 day', now() + draw * 30 * interval '1 day', now() + (draw * 30 + 2) * interval '1 day',
    now() - draw * interval '1 hour', draw * draw, now() - draw * interval '3 hours',
    now() - (5 + draw * 40) * interval '1 day', now() - draw * interval '20 hours'
  from batch
  join bench_leg leg on leg.lane = batch.lane and leg.sequence = batch.current_leg
  join bench_leg first on first.lane = batch.lane and first.sequence = 1
  join lateral (select destination from bench_leg where lane = batch.lane order by sequence desc limit 1) last on true`

const insertDevices = `
  with batch as (select * from unnest($1::text::text[], $2::text::uuid[], $3::text::text[]) as batch (device, shipment, consignee)),
  registered as (
    insert into device (id, secret_hash, report_interval_s, registered_at) select device, '', 900, now() - interval '60 days' from batch
    returning id
  ), sent as (
    insert into assignment (device_id, shipment_id, "from")
    select registered.id, shipment, now() - interval '45 days' from batch join registered on registered.id = device
  )
  insert into shipment_party (shipment_id, role, name, country)
  select shipment, 'consignee'::party_role, consignee, 'NL' from batch
  union all select shipment, 'consignor'::party_role, 'Shenzhen Bright Works', 'CN' from batch`

// Something is wrong with one in sixteen, and was with one in eight.
const insertAlerts = `
  insert into alert (shipment_id, kind, severity, message, facts, opened_at, updated_at, closed_at)
  select id, (array['late', 'temperature', 'silent-device', 'stalled'])[1 + number % 4]::alert_kind,
    (array['warning', 'critical', 'info'])[1 + number % 3]::severity, 'Something to look at.', '{}',
    now() - (number % 5000) * interval '1 minute', now(), case when number % 16 > 0 then now() end
  from bench_shipment where number >= $1::int and number < $2::int and (number % 16 = 0 or number % 8 = 1)`
