import type { Location } from '@lading/shared/contract/location'

const crossing = (code: string, name: string, country: string, zone: string, lon: number, lat: number): Location => {
  return { code: `BORDER-${code}`, name, kind: 'border-crossing', country, lat, lon, zone, geofenceRadiusKm: 5 }
}

/** Customs offices at the border where lorries wait. The country is the one that is entered. */
export const borders = {
  basel: crossing('BASEL', 'Basel/Weil am Rhein Autobahn', 'CH', 'Europe/Zurich', 7.6, 47.59),
  bardonnex: crossing('BARDONNEX', 'Bardonnex', 'CH', 'Europe/Zurich', 6.1, 46.15),
  chiasso: crossing('CHIASSO', 'Chiasso-Brogeda', 'CH', 'Europe/Zurich', 9.03, 45.83),
  calais: crossing('CALAIS', 'Calais, before the ferry', 'FR', 'Europe/Paris', 1.87, 50.97),
  dover: crossing('DOVER', 'Dover, customs after the ferry', 'GB', 'Europe/London', 1.34, 51.12),
  svinesund: crossing('SVINESUND', 'Svinesund', 'NO', 'Europe/Oslo', 11.27, 59.09),
  svinesundSouthbound: crossing('SVINESUND-S', 'Svinesund, into Sweden', 'SE', 'Europe/Stockholm', 11.25, 59.1),
  kapikule: crossing('KAPIKULE', 'Kapıkule/Kapitan Andreevo', 'BG', 'Europe/Sofia', 26.32, 41.72),
  horgos: crossing('HORGOS', 'Horgoš/Röszke', 'HU', 'Europe/Budapest', 19.97, 46.18),
  laredo: crossing('LAREDO', 'Laredo World Trade Bridge', 'US', 'America/Chicago', -99.52, 27.6),
} as const satisfies Record<string, Location>
