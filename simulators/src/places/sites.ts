import type { Location } from '@lading/shared/contract/location'
import type { Random } from '../random/random.ts'
import { bearingPoint } from '../routes/bearing-point.ts'
import { type CityName, cities } from './cities.ts'

// Codes of our own keep capital letters only; the hyphen tells them from a UN/LOCODE.
const codeOf = (prefix: string, name: CityName) => `${prefix}-${cities[name].country}-${name.toUpperCase()}`

/** A factory at the edge of a city. Its geofence (2 km) is the yard with the road in front. */
export const factory = (name: CityName): Location => site(name, 'FACTORY', 'Factory', 60, 6)

/** A distribution centre on the other side of the city, so that no site lies inside another's geofence. */
export const warehouse = (name: CityName): Location => site(name, 'WH', 'Distribution centre', 240, 7)

const site = (name: CityName, prefix: string, label: string, bearingDeg: number, km: number): Location => {
  const { name: cityName, country, zone, at } = cities[name]
  const { lat, lon } = bearingPoint({ lon: at[0], lat: at[1] }, bearingDeg, km)
  return { code: codeOf(prefix, name), name: `${label}, ${cityName}`, kind: 'warehouse', country, lat, lon, zone, geofenceRadiusKm: 2 }
}

/** Somebody's door: a made-up point 1 to 4 km from the centre. Half a kilometre of geofence covers street and neighbours. */
export const consigneeAddress = (random: Random, name: CityName, number: string): Location => {
  const { name: cityName, country, zone, at } = cities[name]
  const { lat, lon } = bearingPoint({ lon: at[0], lat: at[1] }, random.between(0, 360), random.between(1, 4))
  return { code: `ADDR-${number}`, name: `Consignee, ${cityName}`, kind: 'address', country, lat, lon, zone, geofenceRadiusKm: 0.5 }
}
