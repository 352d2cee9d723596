import type { Area, AreaShape } from '@lading/shared/domain/area'
import { checkArea } from '@lading/shared/geo/area/check-area'
import { type LonLat, normaliseLon } from '@lading/shared/geo/point'
import { computed, signal } from '@preact/signals'

/** An area while it is drawn: the points that have a handle, and the radius or width. The form and the map show the same one. */
export type Draft = { shape: AreaShape; points: readonly LonLat[]; sizeM: number }

export const draft = signal<Draft | undefined>(undefined)

/** As fine as a form shows it: about a metre. */
const fine = (degrees: number) => Math.round(degrees * 1e5) / 1e5
const tidy = ([lon, lat]: LonLat): LonLat => [fine(Math.abs(lon) <= 180 ? lon : normaliseLon(lon)), fine(Math.min(90, Math.max(-90, lat)))]

export const newDraft: Draft = { shape: 'circle', points: [], sizeM: 5000 }

export const draftOf = (area: Area): Draft => {
  if (area.shape === 'circle') return { shape: 'circle', points: [area.centre], sizeM: area.radiusM }
  if (area.shape === 'corridor') return { shape: 'corridor', points: area.line, sizeM: area.widthM }
  return { shape: 'polygon', points: area.ring.slice(0, -1), sizeM: newDraft.sizeM }
}

export const areaOf = ({ shape, points, sizeM }: Draft): Area | undefined => {
  const [first] = points
  if (!first) return undefined
  if (shape === 'circle') return { shape, centre: first, radiusM: sizeM }
  return shape === 'corridor' ? { shape, line: [...points], widthM: sizeM } : { shape, ring: [...points, first] }
}

/** Another shape keeps the points as far as it has any use for them. */
export const withShape = (drawn: Draft, shape: AreaShape): Draft => ({
  ...drawn,
  shape,
  points: shape === 'circle' ? drawn.points.slice(0, 1) : drawn.points,
})

/** A circle has one point, which is moved; others get one more, at the end or before the one that has the place. */
export const withPoint = (drawn: Draft, point: LonLat, place = drawn.points.length): Draft =>
  drawn.shape === 'circle' ? { ...drawn, points: [tidy(point)] } : { ...drawn, points: drawn.points.toSpliced(place, 0, tidy(point)) }

export const withMoved = (drawn: Draft, place: number, point: LonLat): Draft => ({
  ...drawn,
  points: drawn.points.with(place, tidy(point)),
})

export const withoutPoint = (drawn: Draft, place: number): Draft => ({ ...drawn, points: drawn.points.toSpliced(place, 1) })

/** What is drawn, and what is wrong with it; nothing of either before there is a point. */
export const drawnArea = computed(() => {
  const drawn = draft.value
  const area = drawn && areaOf(drawn)
  return area && { area, problems: checkArea(area).problems ?? [] }
})
