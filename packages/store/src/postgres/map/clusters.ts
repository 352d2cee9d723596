import type { Cluster } from '@lading/shared/contract/map'
import type { Bbox } from '@lading/shared/geo/bbox'
import { type SQL, sql } from 'drizzle-orm'
import { wanting } from '../alert/wanting.ts'
import type { Db } from '../open.ts'
import { alert } from '../schema/alert.ts'
import { shipment } from '../schema/shipment.ts'

/** The grid of a zoom level: cells of 64 pixels where the world is 256 · 2^zoom pixels wide, and at most 128 across the box. */
export const cellDegrees = ({ west, south, east, north }: Bbox, zoom: number) => {
  const width = east >= west ? east - west : east - west + 360
  return Math.max(90 / 2 ** zoom, width / 128, (north - south) / 128)
}

/** What lies in one cell becomes one cluster; a shipment alone in its cell stays itself. */
export const clustersIn = async (db: Db, shown: SQL | undefined, bbox: Bbox, zoom: number) => {
  const cell = cellDegrees(bbox, zoom)
  const cells = await db.execute<{ lat: number; lon: number; count: number; openAlerts: number; first: string }>(sql`
    with shown as (
      select ${shipment.id} as id, ${shipment.lat} as lat, ${shipment.lon} as lon from ${shipment} where ${shown}
    ), open as (
      select ${alert.shipmentId} as id, count(*) as alerts from ${alert} where ${wanting()} group by 1
    )
    select avg(lat) as lat, avg(lon) as lon, count(*)::int as count, coalesce(sum(alerts), 0)::int as "openAlerts",
      (array_agg(shown.id))[1] as first
    from shown left join open using (id)
    group by floor(lat / ${cell}::float8), floor(lon / ${cell}::float8)`)
  const clusters: Cluster[] = []
  const singles: string[] = []
  let total = 0
  for (const { lat, lon, count, openAlerts, first } of cells) {
    total += count
    if (count === 1) singles.push(first)
    else clusters.push({ lat, lon, count, openAlerts })
  }
  return { clusters, singles, total }
}
