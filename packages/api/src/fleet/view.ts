import type { Bbox } from '@lading/shared/geo/bbox'
import type { Look, Member } from './fleet.ts'
import type { TileSum } from './tiles.ts'

/** A MapView as JSON, in parts that follow each other and are shared with others, and what is in it. */
export type View = { parts: Buffer[]; ids: string[]; isClustered: boolean }

/** Up to so many, a fleet is shown one by one wherever one looks. */
export const fleetMax = 20_000
/** Of a larger one, what is in the box: beyond that neither an eye nor a browser can tell them apart. */
export const boxMax = 2_000

export type Window = { bbox: Bbox; zoom: number }

/** The shipments in a box one by one or, where there are too many, those of a tile as one cluster. Who is alone in a tile stays itself. */
export const viewFleet = ({ members, tiles, inOrder, written }: Look, { bbox, zoom }: Window, limits = { fleetMax, boxMax }): View => {
  const most = members.length <= limits.fleetMax ? limits.fleetMax : limits.boxMax
  const runs = tiles.runsWithin(bbox, most)
  if (runs) {
    const ids = runs.flatMap(({ from, to }) => inOrder.slice(from, to).map(({ id }) => id))
    return { parts: asJson(written.partsOf(runs), '', ids.length), ids, isClustered: false }
  }
  const sums = tiles.sums(bbox, levelFor(bbox, zoom))
  const alone = sums.filter(({ count }) => count === 1).map(({ first }) => members[first] as Member)
  const clusters = sums.filter(({ count }) => count > 1).map(writtenCluster)
  const total = sums.reduce((all, { count }) => all + count, 0)
  const shown = alone.flatMap(({ json }, index) => (index === 0 ? [json] : [between, json]))
  return { parts: asJson(shown, clusters.join(), total), ids: alone.map(({ id }) => id), isClustered: true }
}

const writtenCluster = ({ lat, lon, count, openAlerts }: TileSum) =>
  `{"lat":${lat},"lon":${lon},"count":${count},"openAlerts":${openAlerts}}`

/**
 * Tiles of 64 pixels where the world is 256 · 2^zoom pixels wide, and at most 128 across the box: no question makes more of them than
 * that.
 */
export const levelFor = ({ west, south, east, north }: Bbox, zoom: number) => {
  const width = east >= west ? east - west : east - west + 360
  const widest = Math.max(width / 360, (north - south) / 180, 1e-9)
  return Math.max(0, Math.min(16, Math.round(zoom) + 2, Math.floor(Math.log2(128 / widest))))
}

const [open, between, end] = [Buffer.from('{"shipments":['), Buffer.from(','), Buffer.from('],"clusters":[')]

const asJson = (shown: Buffer[], clusters: string, total: number) => [open, ...shown, end, Buffer.from(`${clusters}],"total":${total}}`)]
