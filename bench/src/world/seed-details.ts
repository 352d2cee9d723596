import { textArray } from '@lading/store/postgres/array-literal'
import type { Database } from '@lading/store/postgres/open'
import { secretHash } from '@lading/store/postgres/secret'
import { shipmentId, trackingToken } from './names.ts'

export const linkedShipments = 5_000

/** What is known of each shipment besides its summary: legs, goods, milestones, arrival times; of the first ones, tracking links. */
export const seedDetails = async (database: Database, shipments: number) => {
  await database.sql.begin(async (tx) => {
    // Foreign keys hold by the way the rows are made.
    await tx.unsafe('set local session_replication_role = replica')
    for (const statement of details) await tx.unsafe(statement)
  })
  await linkShipments(database, Math.min(shipments, linkedShipments))
}

const details = [
  `insert into leg (shipment_id, sequence, mode, carrier, origin_code, destination_code, planned_departure, planned_arrival,
     estimated_departure, estimated_arrival, actual_departure, actual_arrival, route)
   select id, sequence, mode, carrier, origin, destination,
     now() + (sequence - current_leg) * interval '6 days' - interval '2 days', now() + (sequence - current_leg) * interval '6 days' + interval '3 days',
     now() + (sequence - current_leg) * interval '6 days' - interval '1 day', now() + (sequence - current_leg) * interval '6 days' + interval '4 days',
     case when sequence <= current_leg then now() + (sequence - current_leg) * interval '6 days' - interval '1 day' end,
     case when sequence < current_leg then now() + (sequence - current_leg) * interval '6 days' + interval '4 days' end,
     route
   from bench_shipment join bench_leg using (lane)`,
  `insert into shipment_item (shipment_id, description, hs_code, quantity, value_minor_units, currency)
   select id, 'Bicycle lamps', '851210', 1 + number % 40, 1999, 'EUR' from bench_shipment`,
  `insert into milestone (shipment_id, code, classifier, event_time, record_time, leg_sequence, location_code, source)
   select id, code::milestone_code, 'ACT', now() + (sequence - current_leg) * interval '6 days' - interval '1 day', now(), sequence,
     case code when 'ARRI' then destination else origin end, 'device'
   from bench_shipment join bench_leg using (lane) cross join (values ('DEPA'), ('ARRI')) as codes (code)
   where sequence < current_leg or (sequence = current_leg and code = 'DEPA')`,
  `insert into eta (shipment_id, computed_at, p10, p50, p90, miss_probability)
   select id, now() - ago * interval '11 hours', now() + (4 + ago % 3) * interval '1 day', now() + (6 + ago % 3) * interval '1 day',
     now() + (9 + ago % 3) * interval '1 day', 0.2
   from bench_shipment cross join generate_series(0, 9) as ago`,
]

const linkShipments = async ({ sql }: Database, count: number) => {
  const numbers = Array.from({ length: count }, (_, number) => number)
  await sql.unsafe(
    `insert into tracking_link (token_hash, shipment_id, expires_at)
     select hash, id, now() + interval '60 days' from unnest($1::text::text[], $2::text::uuid[]) as link (hash, id)`,
    [textArray(numbers.map((number) => secretHash(trackingToken(number)))), textArray(numbers.map(shipmentId))],
  )
}
