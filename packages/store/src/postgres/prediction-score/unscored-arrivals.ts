import type { AddedUpHours } from '@lading/shared/domain/eta'
import type { Mode } from '@lading/shared/domain/mode'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** A shipment that arrived, with every arrival time that was kept for it while it was on its way. */
export type ArrivedShipment = {
  id: string
  arrivedAt: Date
  plannedAt: Date
  origin: Place
  destination: Place
  legs: { mode: Mode; carrier: string; plannedHours: number }[]
  etas: { computedAt: Date; p10: Date; p50: Date; p90: Date; addedUp?: AddedUpHours | null }[]
}
type Place = { code: string; country: string; kind: string }

type Row = {
  id: string
  arrived_at: string
  planned_at: string
  origin: Place
  destination: Place
  legs: ArrivedShipment['legs']
  etas: [computedAt: string, p10: string, p50: string, p90: string, addedUp: AddedUpHours | null][]
}

/** Arrived shipments none of whose arrival times was scored yet, those that arrived first, at most `limit`. */
export const unscoredArrivals = async (db: Db, limit: number): Promise<ArrivedShipment[]> => {
  const rows = await db.execute<Row>(sql`
    with arrived as (
      select s.id, last.actual_arrival as arrived_at, last.planned_arrival as planned_at, s.origin_code, s.destination_code
      from shipment s
      cross join lateral (
        select actual_arrival, planned_arrival from leg where shipment_id = s.id order by sequence desc limit 1
      ) last
      where last.actual_arrival is not null
        and not exists (select 1 from prediction_score p where p.kind = 'arrival' and p.key = s.id::text)
        and exists (select 1 from eta where eta.shipment_id = s.id and eta.computed_at < last.actual_arrival)
      order by last.actual_arrival, s.id
      limit ${limit}
    )
    select arrived.id, arrived.arrived_at, arrived.planned_at,
      jsonb_build_object('code', o.code, 'country', o.country, 'kind', o.kind) as origin,
      jsonb_build_object('code', d.code, 'country', d.country, 'kind', d.kind) as destination,
      (select jsonb_agg(jsonb_build_object('mode', mode, 'carrier', carrier,
          'plannedHours', extract(epoch from planned_arrival - planned_departure) / 3600) order by sequence)
        from leg where shipment_id = arrived.id) as legs,
      (select jsonb_agg(jsonb_build_array(computed_at, p10, p50, p90, added_up) order by computed_at)
        from eta where shipment_id = arrived.id and computed_at < arrived.arrived_at) as etas
    from arrived
    join location o on o.code = arrived.origin_code
    join location d on d.code = arrived.destination_code
    order by arrived.arrived_at, arrived.id`)
  return rows.map(({ id, arrived_at, planned_at, origin, destination, legs, etas }) => ({
    id,
    arrivedAt: new Date(arrived_at),
    plannedAt: new Date(planned_at),
    origin,
    destination,
    legs,
    etas: etas.map(([computedAt, p10, p50, p90, addedUp]) => ({
      computedAt: new Date(computedAt),
      p10: new Date(p10),
      p50: new Date(p50),
      p90: new Date(p90),
      addedUp,
    })),
  }))
}
