import type { RouteOption } from '@lading/shared/contract/network'
import type { LonLat } from '@lading/shared/geo/point'

/** So many looks there are, each a colour and a dash of its own; `way.css` has them by these numbers. */
export const wayLooks = 6

/** A way through the network as a map draws it. */
export type DrawnWay = { name: string; look: number; line: LonLat[] }

export const drawnWay = (route: RouteOption, name: string, index: number): DrawnWay => ({
  name,
  look: index % wayLooks,
  line: route.legs.flatMap((leg) => leg.line as LonLat[]),
})
