import type { Bbox } from '@lading/shared/geo/bbox'
import { wholeWorld } from '../bbox.ts'
import type { Fleet } from '../fleet/fleet.ts'
import { viewFleet } from '../fleet/view.ts'
import { frame } from './frame.ts'

// A pane of about 1,400 pixels shows the box; the world is 256 · 2^zoom pixels wide.
const panePixels = 1_400

export const zoomFor = ({ west, east }: Bbox) => {
  const width = east > west ? east - west : east - west + 360
  return Math.min(22, Math.max(0, Math.floor(Math.log2((panePixels * 360) / (256 * width)))))
}

/** What a client looks at: the whole world where no box is said, at the zoom that suits it where none is said. */
export type Watched = { bbox: Bbox | undefined; zoom?: number | undefined }

/** What a client sees at first: the map of its box as an event, and which shipments are in it one by one. */
export type Snapshot = { chunk: Buffer; ids: string[]; clustered: boolean }

export const takeSnapshot = async (fleet: Fleet, { bbox = wholeWorld, zoom = zoomFor(bbox) }: Watched): Promise<Snapshot> => {
  const { parts, ids, isClustered } = viewFleet(await fleet.look(), { bbox, zoom })
  return { chunk: frame('snapshot', Buffer.concat(parts)), ids, clustered: isClustered }
}
