import type { Location } from '@lading/shared/contract/location'
import type { NewShipment } from '@lading/shared/contract/shipment'
import type { Mode } from '@lading/shared/domain/mode'
import { lengthKm } from '@lading/shared/geo/great-circle'
import type { LonLat } from '@lading/shared/geo/point'
import { simplify } from '@lading/shared/geo/simplify'
import { minuteMs } from '../movement/movement.ts'
import type { Track, TrackMessage } from './track.ts'

type Options = { name: string; mode: Mode; track: Track }

/** A shipment from the first to the last fix of a track, along the way that it took. */
export const trackBooking = ({ name, mode, track: { fixes } }: Options): { locations: [Location, Location]; booking: NewShipment } => {
  const [first, last] = [fixes[0] as TrackMessage, fixes.at(-1) as TrackMessage]
  const line = fixes.map(({ lon, lat }): LonLat => [lon, lat])
  const radiusKm = Math.min(2, Math.max(0.05, lengthKm(line) / 20))
  const code = `TRACK-${name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '-')}`.slice(0, 29)
  const end = (suffix: string, label: string, { lat, lon }: TrackMessage): Location => ({
    code: `${code}-${suffix}`,
    name: `${label} of ${name}`,
    kind: mode === 'sea' ? 'port' : mode === 'air' ? 'airport' : 'warehouse',
    // ISO 3166 leaves ZZ to its users; CLDR calls it an unknown region.
    country: 'ZZ',
    lat,
    lon,
    zone: 'Etc/UTC',
    geofenceRadiusKm: Number(radiusKm.toFixed(2)),
  })
  const [origin, destination] = [end('A', 'Start', first), end('B', 'End', last)]
  const route = simplify(fixes, 200).map(({ lon, lat }): LonLat => [lon, lat])
  const arrivalMs = Math.max(last.atMs, first.atMs + minuteMs)
  return {
    locations: [origin, destination],
    booking: {
      reference: `Replay of ${name}`.slice(0, 120),
      incoterm: 'DAP',
      incotermPlace: destination.name,
      parties: [],
      items: [],
      legs: [
        {
          mode,
          carrier: 'Recorded track',
          origin: origin.code,
          destination: destination.code,
          plannedDeparture: new Date(first.atMs).toISOString(),
          plannedArrival: new Date(arrivalMs).toISOString(),
          route: route.length > 1 ? route : undefined,
        },
      ],
    },
  }
}
