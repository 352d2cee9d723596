import type { LadingReading } from '@lading/shared/contract/telemetry'
import type { Arrival, Step } from './batch.ts'

/** Claims become readings: times are milliseconds since 1970, and north is 0° only. */
export const normalise: Step = (batch) => {
  const arrivals: Arrival[] = []
  const rejections = [...batch.rejections]
  for (const { delivery, part, deviceId, values, isHistorical } of batch.claims) {
    const said = values as LadingReading
    const recordedAtMs = typeof said.recordedAt === 'number' ? Math.round(said.recordedAt) : instantMs(said.recordedAt)
    if (recordedAtMs === undefined) {
      const detail = `/recordedAt "${said.recordedAt}" is not an ISO 8601 instant with an offset`
      rejections.push({ delivery, part, deviceId, reason: 'wrong-type', detail })
      continue
    }
    // Written out, because then all readings have the same shape, and what reads them by the million stays fast.
    const reading = {
      deviceId,
      recordedAtMs,
      receivedAtMs: delivery.receivedAtMs,
      lat: said.lat,
      lon: said.lon,
      accuracyM: said.accuracyM,
      altitudeM: said.altitudeM,
      speedKmh: said.speedKmh,
      headingDeg: said.headingDeg === 360 ? 0 : said.headingDeg,
      temperatureC: said.temperatureC,
      humidityPct: said.humidityPct,
      shockG: said.shockG,
      lightLux: said.lightLux,
      pressureHpa: said.pressureHpa,
      batteryPct: said.batteryPct,
    }
    arrivals.push({ reading, delivery, part, isHistorical })
  }
  return { ...batch, claims: [], arrivals, rejections }
}

// Without an offset, or in any other notation, Date.parse would guess the zone of this machine.
const isoInstant = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d([.,]\d+)?)?([Zz]|[+-]\d\d:?\d\d)$/

const instantMs = (text: string): number | undefined => {
  if (!isoInstant.test(text)) return undefined
  const ms = Date.parse(text.replace(',', '.'))
  return Number.isNaN(ms) ? undefined : ms
}
