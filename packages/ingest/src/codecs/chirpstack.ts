import type { Codec } from './codec.ts'
import { readLorawanPayload } from './lorawan-payload.ts'
import { readMessage } from './read-message.ts'

const prefix = 'application/'

/**
 * ChirpStack v4, its JSON encoding: `application/<id>/device/<devEui>/event/up`; the device is `chirpstack:<devEui>`.
 * See https://www.chirpstack.io/docs/chirpstack/integrations/events.html
 *
 * `object` is there only with a codec in the device profile. A message has the same `time` as long as it has the same
 * `deduplicationId`, so one that is delivered twice is one reading. The place in `rxInfo` is the gateway's.
 */
export const chirpstack: Codec = {
  name: 'chirpstack',
  filters: [`${prefix}+/device/+/event/up`],
  reads: (topic) => topic.startsWith(prefix),
  decode: (topic, payload) => {
    const [, , , devEui = '', , event] = topic.split('/')
    if (event !== 'up') return { outcome: 'ignore' }
    const deviceId = `chirpstack:${devEui.toLowerCase()}`
    const read = readMessage(deviceId, payload)
    if ('rejected' in read) return read.rejected
    const { time, object, data, fPort } = read.message
    const uplink = readLorawanPayload({ decoded: object, bytes: data, port: fPort })
    if (!uplink) return { outcome: 'ignore' }
    if ('problem' in uplink) return { outcome: 'reject', reason: 'not-decoded', detail: uplink.problem, deviceId }
    return { outcome: 'claims', deviceId, claims: [{ values: { recordedAt: time, ...uplink.values } }] }
  },
}
