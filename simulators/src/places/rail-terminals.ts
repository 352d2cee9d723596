import type { Location } from '@lading/shared/contract/location'

const terminal = (code: string, name: string, country: string, zone: string, lon: number, lat: number): Location => {
  return { code, name, kind: 'rail-terminal', country, lat, lon, zone, geofenceRadiusKm: 5 }
}

/** Where containers change from train to train, or to the road. */
export const railTerminals = {
  xian: terminal('RAIL-XIAN', "Xi'an International Port", 'CN', 'Asia/Shanghai', 109.05, 34.4),
  khorgos: terminal('RAIL-KHORGOS', 'Khorgos Gateway', 'KZ', 'Asia/Almaty', 80.25, 44.18),
  malaszewicze: terminal('RAIL-MALASZEWICZE', 'Małaszewicze', 'PL', 'Europe/Warsaw', 23.52, 52.02),
  duisburg: terminal('DEDUI', 'Duisburg Intermodal Terminal', 'DE', 'Europe/Berlin', 6.74, 51.4),
} as const satisfies Record<string, Location>
