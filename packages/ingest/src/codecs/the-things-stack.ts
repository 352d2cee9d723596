import type { Codec, Decoded } from './codec.ts'
import { isObject } from './common-names.ts'
import { readLorawanPayload } from './lorawan-payload.ts'
import { readMessage } from './read-message.ts'

const prefix = 'v3/'

/**
 * The Things Stack v3: `v3/<application>[@<tenant>]/devices/<device>/up` and `…/location/solved`; the device is
 * `tts:<application>[.<tenant>]:<device>`. See https://www.thethingsindustries.com/docs/integrations/other-integrations/mqtt/
 *
 * Fields that are zero, false or empty are left out of its messages. The place in `rx_metadata` is the gateway's, the one in
 * `locations` is what somebody entered or an earlier message said: neither says where the device is now.
 */
export const theThingsStack: Codec = {
  name: 'the-things-stack',
  filters: [`${prefix}+/devices/+/up`, `${prefix}+/devices/+/location/solved`],
  reads: (topic) => topic.startsWith(prefix),
  decode: (topic, payload) => {
    const [, application = '', , device = ''] = topic.split('/')
    const deviceId = `tts:${application.replace('@', '.')}:${device}`
    const read = readMessage(deviceId, payload)
    if ('rejected' in read) return read.rejected
    const { message } = read
    if (message.simulated === true)
      return { outcome: 'reject', reason: 'simulated', detail: 'simulated in the console, not sent by the device', deviceId }
    const { uplink_message: uplink, location_solved: solved } = message
    if (isObject(uplink)) return decodeUplink(deviceId, message, uplink)
    if (isObject(solved)) return decodeSolved(deviceId, message, solved)
    return { outcome: 'reject', reason: 'missing-field', detail: 'uplink_message or location_solved missing', deviceId }
  },
}

type Fields = Record<string, unknown>

const decodeUplink = (deviceId: string, message: Fields, uplink: Fields): Decoded => {
  const { decoded_payload: decoded, frm_payload: bytes, f_port: port } = uplink
  const read = readLorawanPayload({ decoded, bytes, port })
  if (!read) return { outcome: 'ignore' }
  if ('problem' in read) return { outcome: 'reject', reason: 'not-decoded', detail: read.problem, deviceId }
  // Devices have no clock: the network server's time is the same each time a message is delivered.
  const recordedAt = uplink.received_at ?? message.received_at
  return { outcome: 'claims', deviceId, claims: [{ values: { recordedAt, ...read.values } }] }
}

const decodeSolved = (deviceId: string, message: Fields, solved: Fields): Decoded => {
  const { location } = solved
  const { latitude, longitude, altitude, accuracy } = isObject(location) ? location : {}
  if (latitude === undefined && longitude === undefined)
    return { outcome: 'reject', reason: 'missing-field', detail: 'location_solved has no latitude and longitude', deviceId }
  // Half a place is on the equator or on the meridian of Greenwich, as zero is left out.
  const values = { recordedAt: message.received_at, lat: latitude ?? 0, lon: longitude ?? 0, accuracyM: accuracy, altitudeM: altitude }
  return { outcome: 'claims', deviceId, claims: [{ values }] }
}
