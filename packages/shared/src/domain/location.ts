/** A place that legs start from and end at. */
export const locationKinds = ['port', 'airport', 'rail-terminal', 'border-crossing', 'warehouse', 'hub', 'address'] as const
export type LocationKind = (typeof locationKinds)[number]

export type Location = {
  /** UN/LOCODE where the place has one; otherwise a code of our own that cannot be mistaken for one. */
  code: string
  name: string
  kind: LocationKind
  /** ISO 3166-1 alpha-2. */
  country: string
  lat: number
  lon: number
  /** IANA time zone, such as `Europe/Amsterdam`. */
  zone: string
  /** Radius of the circle around the place inside which a device counts as being there. */
  geofenceRadiusKm: number
}
