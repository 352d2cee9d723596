import type { Fix } from '@lading/store/telemetry/fix'

type DeviceFix = Fix & { deviceId: string }

/** A track as GPX 1.1 (topografix.com/GPX/1/1): one segment a device, as nobody knows the way from one to the next. */
export async function* toGpx(trackingNumber: string, fixes: AsyncIterable<DeviceFix>): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Lading" xmlns="http://www.topografix.com/GPX/1/1">\n<trk><name>${escaped(trackingNumber)}</name>\n`
  let deviceId: string | undefined
  for await (const fix of fixes) {
    if (fix.deviceId !== deviceId) {
      yield deviceId === undefined ? '<trkseg>\n' : '</trkseg>\n<trkseg>\n'
      deviceId = fix.deviceId
    }
    yield `<trkpt lat="${fix.lat}" lon="${fix.lon}"><time>${new Date(fix.recordedAtMs).toISOString()}</time></trkpt>\n`
  }
  yield `${deviceId === undefined ? '' : '</trkseg>\n'}</trk>\n</gpx>\n`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] as string)
