import Type from 'typebox'
import { locationKinds } from '../domain/location.ts'
import { Country, Lat, Lon } from './common.ts'

export const Location = Type.Object({
  code: Type.String({ pattern: '^[A-Z0-9-]{3,32}$', description: 'UN/LOCODE where the place has one' }),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  kind: Type.Enum([...locationKinds]),
  country: Country,
  lat: Lat,
  lon: Lon,
  zone: Type.String({ description: 'IANA time zone' }),
  geofenceRadiusKm: Type.Number({ exclusiveMinimum: 0, maximum: 200 }),
})
export type Location = Type.Static<typeof Location>
