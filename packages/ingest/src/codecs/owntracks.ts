import type { Codec } from './codec.ts'
import { isDeviceId } from './device-id.ts'
import { readJson } from './read-json.ts'

const prefix = 'owntracks/'

/** The OwnTracks apps: `owntracks/<user>/<device>`, transitions under `/event`. See https://owntracks.org/booklet/tech/json/ */
export const owntracks: Codec = {
  name: 'owntracks',
  filters: [`${prefix}+/+`, `${prefix}+/+/event`],
  reads: (topic) => topic.startsWith(prefix),
  decode: (topic, payload) => {
    const [, user = '', device = ''] = topic.split('/')
    const deviceId = `${user}:${device}`
    if (!user || !device || !isDeviceId(deviceId))
      return { outcome: 'reject', reason: 'bad-device-id', detail: `"${deviceId}" cannot be the name of a device` }
    // An empty message takes back a retained one.
    if (payload.length === 0) return { outcome: 'ignore' }
    const json = readJson(payload)
    if ('problem' in json) return { outcome: 'reject', reason: 'not-json', detail: json.problem, deviceId }
    if (typeof json.value !== 'object' || json.value === null)
      return { outcome: 'reject', reason: 'wrong-type', detail: 'an object is expected', deviceId }
    const message = json.value as Message
    if (message._type === 'encrypted')
      return {
        outcome: 'reject',
        reason: 'encrypted',
        detail: 'the app encrypts its payload: turn encryption off in the app and use TLS to the broker',
        deviceId,
      }
    if (message._type !== 'location' && message._type !== 'transition') return { outcome: 'ignore' }
    // A transition may say only which region was entered.
    if (message._type === 'transition' && message.lat === undefined && message.lon === undefined) return { outcome: 'ignore' }
    const missing = ['lat', 'lon', 'tst'].filter((name) => message[name] === undefined)
    if (missing.length > 0) return { outcome: 'reject', reason: 'missing-field', detail: `${missing.join(', ')} missing`, deviceId }
    return { outcome: 'claims', deviceId, claims: [{ values: toClaim(message) }] }
  },
}

type Message = Record<string, unknown>

const toClaim = ({ lat, lon, tst, acc, alt, vel, cog, batt, p }: Message) => ({
  recordedAt: times(tst, 1_000),
  lat,
  lon,
  accuracyM: unlessNegative(acc),
  altitudeM: alt,
  speedKmh: unlessNegative(vel),
  headingDeg: unlessNegative(cog),
  batteryPct: unlessNegative(batt),
  pressureHpa: times(p, 10),
})

/** iOS says -1 for what it does not know. */
const unlessNegative = (value: unknown) => (typeof value === 'number' && value < 0 ? undefined : value)

/** Leaves what is no number as it is, for `validate` to complain about. */
const times = (value: unknown, factor: number) => (typeof value === 'number' ? value * factor : value)
