import { readingsMax } from '@lading/shared/contract/telemetry'
import type { Codec } from './codec.ts'
import { isDeviceId } from './device-id.ts'
import { readJson } from './read-json.ts'

const prefix = 'lading/v1/'
const suffix = '/telemetry'

/**
 * Lading's own format: one reading or an array of them. The device is the one in the topic. Entries are checked one by one,
 * so that a bad one does not take the others along.
 */
export const ladingJson: Codec = {
  name: 'lading-json',
  filters: [`${prefix}+${suffix}`],
  reads: (topic) => topic.startsWith(prefix),
  decode: (topic, payload) => {
    const deviceId = topic.slice(prefix.length, -suffix.length)
    if (!isDeviceId(deviceId)) return { outcome: 'reject', reason: 'bad-device-id', detail: `"${deviceId}" cannot be the name of a device` }
    const json = readJson(payload)
    if ('problem' in json) return { outcome: 'reject', reason: 'not-json', detail: json.problem, deviceId }
    if (!Array.isArray(json.value)) return { outcome: 'claims', deviceId, claims: [{ values: json.value }] }
    const { length } = json.value
    if (length === 0) return { outcome: 'reject', reason: 'missing-field', detail: 'the array is empty', deviceId }
    if (length > readingsMax)
      return {
        outcome: 'reject',
        reason: 'too-many-readings',
        detail: `${length} readings in one message, at most ${readingsMax}`,
        deviceId,
      }
    return { outcome: 'claims', deviceId, claims: json.value.map((values: unknown) => ({ values, part: values })) }
  },
}
