import type { Decoded } from './codec.ts'
import { isObject } from './common-names.ts'
import { isDeviceId } from './device-id.ts'
import { readJson } from './read-json.ts'

type Rejected = Extract<Decoded, { outcome: 'reject' }>

/** A JSON object of a device, or why it is none. */
export const readMessage = (deviceId: string, payload: Buffer): { message: Record<string, unknown> } | { rejected: Rejected } => {
  if (!isDeviceId(deviceId))
    return { rejected: { outcome: 'reject', reason: 'bad-device-id', detail: `"${deviceId}" cannot be the name of a device` } }
  const json = readJson(payload)
  if ('problem' in json) return { rejected: { outcome: 'reject', reason: 'not-json', detail: json.problem, deviceId } }
  if (!isObject(json.value)) return { rejected: { outcome: 'reject', reason: 'wrong-type', detail: 'an object is expected', deviceId } }
  return { message: json.value }
}
