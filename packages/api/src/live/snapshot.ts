import type { Clock } from '@lading/shared/clock'
import type { Bbox } from '@lading/shared/geo/bbox'
import { viewMap } from '@lading/store/postgres/map/view'
import type { Db } from '@lading/store/postgres/open'
import { wholeWorld } from '../bbox.ts'
import { frame } from './frame.ts'

// A pane of about 1,400 pixels shows the box; the world is 256 · 2^zoom pixels wide.
const panePixels = 1_400

export const zoomFor = ({ west, east }: Bbox) => {
  const width = east > west ? east - west : east - west + 360
  return Math.min(22, Math.max(0, Math.floor(Math.log2((panePixels * 360) / (256 * width)))))
}

/** What a client sees at first: the map of its box as an event, and which shipments are in it one by one. */
export type Snapshot = { chunk: string; ids: string[]; clustered: boolean }

export const takeSnapshot = async ({ db, clock }: { db: Db; clock: Clock }, bbox: Bbox | undefined): Promise<Snapshot> => {
  const box = bbox ?? wholeWorld
  const view = await viewMap(db, { bbox: box, zoom: zoomFor(box), now: clock.now() })
  return { chunk: frame('snapshot', JSON.stringify(view)), ids: view.shipments.map(({ id }) => id), clustered: view.clusters.length > 0 }
}
