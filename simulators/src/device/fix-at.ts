import type { Journey } from '../journey/journey.ts'
import { type Place, placeAt } from '../journey/place-at.ts'
import { altitudeM } from '../physics/pressure.ts'
import { noise } from '../random/hash.ts'
import { bearingPoint } from '../routes/bearing-point.ts'

/** What the receiver says of this moment: off by some metres; between containers by some tens. */
export const fixAt = (journey: Journey, atMs: number, place: Place = placeAt(journey, atMs)) => {
  const { seed } = journey
  const accuracyM = 4 + 14 * noise(seed, 'accuracy', atMs) ** 2
  const fix = bearingPoint(place, 360 * noise(seed, 'bearing', atMs), (accuracyM * noise(seed, 'error', atMs)) / 1000)
  const altitude = altitudeM(place)
  return {
    recordedAt: new Date(atMs).toISOString(),
    lat: round(fix.lat, 5),
    lon: round(fix.lon, 5),
    accuracyM: round(accuracyM, 1),
    ...(altitude === null ? {} : { altitudeM: round(altitude, 0) }),
    speedKmh: round(place.speedKmh, 1),
    ...(place.headingDeg === null ? {} : { headingDeg: round(place.headingDeg, 0) }),
  }
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))
