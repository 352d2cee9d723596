import type { MapView } from '@lading/shared/contract/map'
import type { Bbox } from '@lading/shared/geo/bbox'
import { and, gt, inArray, isNotNull, notInArray, or } from 'drizzle-orm'
import { within } from '../conditions.ts'
import type { Db } from '../open.ts'
import { shipment } from '../schema/shipment.ts'
import { findSummaries } from '../shipment/summary.ts'
import { clustersIn } from './clusters.ts'

/** Beyond so many shipments one by one neither a browser nor an eye can tell them apart. */
export const oneByOneMax = 20_000

const finishedShownMs = 24 * 3_600_000

export type MapWindow = { bbox: Bbox; zoom: number; now: Date }

/** The shipments in a box, one by one or in clusters; those finished for more than 24 hours are left out. */
export const viewMap = async (db: Db, { bbox, zoom, now }: MapWindow, most = oneByOneMax): Promise<MapView> => {
  const shown = and(
    isNotNull(shipment.positionAt),
    within(bbox, shipment.lat, shipment.lon),
    or(notInArray(shipment.state, ['delivered', 'expired']), gt(shipment.updatedAt, new Date(now.getTime() - finishedShownMs))),
  )
  if ((await db.$count(shipment, shown)) <= most) {
    const shipments = await findSummaries(db, shown)
    return { shipments, clusters: [], total: shipments.length }
  }
  const { clusters, singles, total } = await clustersIn(db, shown, bbox, zoom)
  return { shipments: await findSummaries(db, inArray(shipment.id, singles)), clusters, total }
}
