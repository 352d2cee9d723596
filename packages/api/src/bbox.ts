import { type Bbox, parseBbox } from '@lading/shared/geo/bbox'
import { DomainError } from '@lading/store/postgres/domain-error'

export const wholeWorld: Bbox = { west: -180, south: -90, east: 180, north: 90 }

/** The box of a query whose shape the schema has seen; refuses numbers that lie beyond the globe. */
export const readBbox = (text: string | undefined): Bbox | undefined => {
  if (text === undefined) return undefined
  const bbox = parseBbox(text)
  if (!bbox) {
    const message = 'west and east within ±180, south ≤ north within ±90 are expected'
    throw new DomainError('not-valid', 'The box is not on the globe.', [{ path: '/querystring/bbox', message }])
  }
  return bbox
}
