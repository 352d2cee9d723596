import { createRequire } from 'node:module'
import type { Location } from '@lading/shared/contract/location'
import type { LonLat } from '@lading/shared/geo/point'

type SeaPorts = { JSON: Record<string, { name: string; timezone: string }> }

/**
 * Container terminals by UN/LOCODE. Names come from sea-ports; positions do not: its README warns of them, and many are the
 * city hall (Los Angeles) or another town (Yantian, 600 km off). These are the quays, read off a chart to 0.01°.
 */
const quays = {
  AUSYD: [151.21, -33.97],
  BEANR: [4.3, 51.28],
  BRSSZ: [-46.31, -23.95],
  CLSAI: [-71.62, -33.59],
  CNSHA: [121.62, 31.36],
  CNTAO: [120.22, 36.02],
  CNYTN: [114.27, 22.57],
  DEHAM: [9.93, 53.53],
  FRLEH: [0.16, 49.47],
  GBFXT: [1.31, 51.95],
  INNSA: [72.95, 18.95],
  ITGOA: [8.92, 44.4],
  JPYOK: [139.68, 35.43],
  KRPUS: [128.8, 35.07],
  NLRTM: [4.05, 51.95],
  TRISK: [36.19, 36.62],
  USLGB: [-118.21, 33.75],
  USNYC: [-74.15, 40.67],
  USSEA: [-122.35, 47.58],
  VNSGN: [106.77, 10.76],
  ZADUR: [31.03, -29.88],
} as const satisfies Record<string, LonLat>

export type PortCode = keyof typeof quays

// sea-ports writes two zones by the names they had before 1993, which some runtimes no longer list.
const zoneNames: Record<string, string> = { 'Asia/Saigon': 'Asia/Ho_Chi_Minh', 'Asia/Calcutta': 'Asia/Kolkata' }

/** A port as Lading knows places; its geofence (15 km) takes in anchorage and terminals. */
export const port = (code: PortCode): Location => {
  const known = (createRequire(import.meta.url)('sea-ports') as SeaPorts).JSON[code]
  if (!known) throw new Error(`sea-ports does not know ${code}`)
  const [lon, lat] = quays[code]
  const zone = zoneNames[known.timezone] ?? known.timezone
  return { code, name: `Port of ${known.name}`, kind: 'port', country: code.slice(0, 2), lat, lon, zone, geofenceRadiusKm: 15 }
}
