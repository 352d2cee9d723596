import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

export type RegionDemand = { country: string; lat: number; lon: number; quantity: number }

/** Shipments that were told since an instant, by where they go: country and degree, the largest first, at most so many. */
export const demandByRegion = async (db: Db, since: Date, most: number): Promise<RegionDemand[]> => [
  ...(await db.execute<RegionDemand>(sql`
    select place.country, avg(place.lat) as lat, avg(place.lon) as lon, count(*)::int as quantity
    from shipment join location as place on place.code = shipment.destination_code
    where shipment.created_at >= ${since.toISOString()}
    group by place.country, round(place.lat), round(place.lon)
    order by quantity desc, place.country, lat, lon
    limit ${most}`)),
]
