import type { Area } from '@lading/shared/domain/area'
import { signal } from '@preact/signals'

/** Asks the map to bring an area into view; `at` makes two equal wishes in a row two wishes. */
export const areaWish = signal<{ area: Area; at: number } | undefined>(undefined)

export const wishArea = (area: Area) => {
  areaWish.value = { area, at: performance.now() }
}

/** Where the middle of the map is: for whoever sets points without a pointer. */
export const mapMiddle = signal<[lon: number, lat: number]>([0, 0])
