import { bearingDeg, distanceKm } from '@lading/shared/geo/distance'
import { pointBetween } from '@lading/shared/geo/great-circle'
import { type LonLat, type Point, toPoint } from '@lading/shared/geo/point'

/** A route measured once, so that a place on it is found in logarithmic time. */
export type Line = {
  route: LonLat[]
  totalKm: number
  /** The point `km` from the start, and the way it leads there. */
  at: (km: number) => Point & { headingDeg: number }
}

export const createLine = (route: LonLat[]): Line => {
  const points = route.map(toPoint)
  const along = [0]
  for (let index = 1; index < points.length; index++) {
    along.push((along[index - 1] as number) + distanceKm(points[index - 1] as Point, points[index] as Point))
  }
  const totalKm = along.at(-1) as number
  return {
    route,
    totalKm,
    at: (km) => {
      const placeKm = Math.min(totalKm, Math.max(0, km))
      let low = 1
      let high = points.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if ((along[middle] as number) < placeKm) low = middle + 1
        else high = middle
      }
      const [before, after] = [points[low - 1] as Point, points[low] as Point]
      const startKm = along[low - 1] as number
      const segmentKm = (along[low] as number) - startKm
      const point = segmentKm === 0 ? after : pointBetween(before, after, (placeKm - startKm) / segmentKm)
      return { ...point, headingDeg: bearingDeg(before, after) }
    },
  }
}
