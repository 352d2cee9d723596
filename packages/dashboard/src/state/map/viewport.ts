import { signal } from '@preact/signals'

/** What the map shows, in degrees as the api reads a box; `undefined` until the map stands. */
export type Viewport = { bbox: string; zoom: number }

export const viewport = signal<Viewport | undefined>(undefined)

/** Asks the map to bring something into view; `at` makes two equal wishes in a row two wishes. */
export type MapWish = { show: 'all' | 'selected'; at: number }

export const mapWish = signal<MapWish | undefined>(undefined)

export const wish = (show: MapWish['show']) => {
  mapWish.value = { show, at: performance.now() }
}

const degrees = (value: number) => String(Math.round(value * 1e4) / 1e4)
const wrap = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180

/** The box of a map that may be scrolled past the antimeridian or show the world more than once. */
export const bboxOf = ({ west, south, east, north }: { west: number; south: number; east: number; north: number }) => {
  const [w, e] = east - west >= 360 ? [-180, 180] : [wrap(west), wrap(east)]
  return [w, Math.max(-90, south), e, Math.min(90, north)].map(degrees).join(',')
}
