import type { Mode } from '@lading/shared/domain/mode'
import type { LonLat } from '@lading/shared/geo/point'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** What became known last tells of how it is now; so many are enough for it. */
const latest = 50_000

export type PastHours = { journeys: number; p10: number; p50: number; p90: number }
export type PastLane = PastHours & { origin: string; destination: string; mode: string; carrier: string; distanceKm: number | null }
export type PastWait = PastHours & { place: string; mode: string; kind: 'dwell' | 'border' }
export type PlannedLane = { origin: string; destination: string; mode: Mode; carrier: string; legs: number; hours: number; route: LonLat[] }

const quantiles = sql`
  count(*)::int as journeys,
  percentile_cont(0.1) within group (order by actual_hours) as p10,
  percentile_cont(0.5) within group (order by actual_hours) as p50,
  percentile_cont(0.9) within group (order by actual_hours) as p90`

const outcomes = sql`(select * from stage_outcome order by id desc limit ${latest}) as past`

/** How long legs took, by where they led, how, and with whom. */
export const pastLanes = async (db: Db): Promise<PastLane[]> => [
  ...(await db.execute<PastLane>(sql`
    select origin, destination, mode, coalesce(carrier, '') as carrier, ${quantiles},
      percentile_cont(0.5) within group (order by distance_km) as "distanceKm"
    from ${outcomes}
    where kind = 'leg' and origin is not null and destination is not null and mode is not null
    group by origin, destination, mode, coalesce(carrier, '')`)),
]

/** How long goods waited at a place before they went on by a mode. */
export const pastWaits = async (db: Db): Promise<PastWait[]> => [
  ...(await db.execute<PastWait>(sql`
    select kind, destination as place, mode, ${quantiles}
    from ${outcomes}
    where kind in ('dwell', 'border') and destination is not null and mode is not null
    group by kind, destination, mode`)),
]

/**
 * Legs that were planned since an instant, each lane once, with the route of the newest. Doors are no part of a network: hardly any is
 * delivered to twice.
 */
export const plannedLanes = async (db: Db, since: Date): Promise<PlannedLane[]> => [
  ...(await db.execute<PlannedLane>(sql`
    with lane as (
      select origin_code, destination_code, mode, carrier, count(*)::int as legs,
        percentile_cont(0.5) within group (order by extract(epoch from planned_arrival - planned_departure)::float / 3600) as hours,
        (array_agg(shipment_id order by planned_departure desc))[1] as shipment_id,
        (array_agg(sequence order by planned_departure desc))[1] as sequence
      from leg join location on location.code = destination_code
      where location.kind <> 'address' and planned_arrival > planned_departure and planned_departure > ${since.toISOString()}
      group by origin_code, destination_code, mode, carrier
    )
    select lane.origin_code as origin, lane.destination_code as destination, lane.mode, lane.carrier, legs, hours, leg.route
    from lane join leg using (shipment_id, sequence)`)),
]
