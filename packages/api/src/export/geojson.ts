import type { Fix } from '@lading/store/telemetry/fix'

/** A track as GeoJSON (RFC 7946): one point a fix, oldest first, with what was known of it. */
export async function* toGeoJson(fixes: AsyncIterable<Fix & { deviceId: string }>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let separator = '\n'
  for await (const { lat, lon, recordedAtMs, speedKmh, headingDeg, hourly, deviceId } of fixes) {
    const properties = { recordedAt: new Date(recordedAtMs).toISOString(), deviceId, speedKmh, headingDeg, hourly }
    yield separator + JSON.stringify({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties })
    separator = ',\n'
  }
  yield '\n]}\n'
}
