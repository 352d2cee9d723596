import { distanceKm } from '@lading/shared/geo/distance'
import type { Point } from '@lading/shared/geo/point'

export type Trouble = Point & { id: string; urgency: number }
export type Region = { troubles: Trouble[]; urgency: number }

/** One picture of a map shows this much well. */
const withinKm = 700

/**
 * Where what wants somebody lies together, the most urgent first: around the most urgent of those that are left, whatever is near it.
 * So two pictures show no shipment twice, and a single grave one has a picture of its own.
 */
export const troubleRegions = (all: readonly Trouble[], most: number): Region[] => {
  let left = all.toSorted((a, b) => b.urgency - a.urgency)
  const regions: Region[] = []
  for (let seed = left[0]; seed; seed = left[0]) {
    const middle = seed
    const troubles = left.filter((each) => distanceKm(each, middle) <= withinKm)
    left = left.filter((each) => !troubles.includes(each))
    regions.push({ troubles, urgency: troubles.reduce((sum, { urgency }) => sum + urgency, 0) })
  }
  return regions.sort((a, b) => b.urgency - a.urgency).slice(0, most)
}
