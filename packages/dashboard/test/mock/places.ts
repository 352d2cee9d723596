import type { Location } from '@lading/shared/contract/location'

const place = (
  code: string,
  name: string,
  kind: Location['kind'],
  lat: number,
  lon: number,
  zone: string,
  geofenceRadiusKm: number,
): Location => ({
  code,
  name,
  kind,
  country: code.slice(0, 2),
  lat,
  lon,
  zone,
  geofenceRadiusKm,
})

export const places = {
  shanghai: place('CNSHA', 'Shanghai', 'port', 31.36, 121.62, 'Asia/Shanghai', 15),
  rotterdam: place('NLRTM', 'Rotterdam', 'port', 51.95, 4.14, 'Europe/Amsterdam', 12),
  duisburg: place('DEDUI', 'Duisburg', 'hub', 51.43, 6.76, 'Europe/Berlin', 4),
  losAngeles: place('USLAX', 'Los Angeles', 'port', 33.74, -118.26, 'America/Los_Angeles', 12),
  tokyo: place('JPTYO', 'Tokyo', 'port', 35.6, 139.8, 'Asia/Tokyo', 12),
  santos: place('BRSSZ', 'Santos', 'port', -23.96, -46.3, 'America/Sao_Paulo', 10),
  durban: place('ZADUR', 'Durban', 'port', -29.87, 31.03, 'Africa/Johannesburg', 10),
  frankfurt: place('DEFRA', 'Frankfurt am Main', 'airport', 50.03, 8.57, 'Europe/Berlin', 6),
  munich: place('DEMUC', 'Distribution centre, München', 'warehouse', 48.18, 11.75, 'Europe/Berlin', 3),
  augsburg: place('DEAGB', 'Consignee, Augsburg', 'address', 48.37, 10.9, 'Europe/Berlin', 0.5),
  newYork: place('USJFK', 'New York', 'airport', 40.64, -73.78, 'America/New_York', 6),
  singapore: place('SGSIN', 'Singapore', 'airport', 1.36, 103.99, 'Asia/Singapore', 6),
  sydney: place('AUSYD', 'Sydney', 'port', -33.97, 151.22, 'Australia/Sydney', 10),
  warsaw: place('PLWAW', 'Warszawa', 'warehouse', 52.23, 21.01, 'Europe/Warsaw', 3),
  madrid: place('ESMAD', 'Madrid', 'hub', 40.42, -3.7, 'Europe/Madrid', 4),
  nairobi: place('KENBO', 'Nairobi', 'airport', -1.32, 36.93, 'Africa/Nairobi', 6),
  almaty: place('KZALA', 'Almaty', 'rail-terminal', 43.35, 76.95, 'Asia/Almaty', 5),
}
