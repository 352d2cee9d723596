import { readingsMax } from '@lading/shared/contract/telemetry'
import type { MeasurementName } from '@lading/shared/domain/reading'
import type { Codec, Decoded } from '../codec.ts'
import { isDeviceId } from '../device-id.ts'
import { readJson } from '../read-json.ts'
import { inLadingsUnit, units } from '../units.ts'
import { createDeviceName } from './device-name.ts'
import type { Mapping } from './mapping.ts'
import { createPointer } from './pointer.ts'
import { timeUnits } from './time.ts'
import { createTopicPattern } from './topic-pattern.ts'

/** A device format that an operator describes: which topics it has, and where in its JSON the values are. */
export const createMappingCodec = (mapping: Mapping): Codec => {
  const topics = createTopicPattern(mapping.topic)
  const nameDevice = createDeviceName(mapping.device)
  const list = mapping.each === undefined ? undefined : createPointer(mapping.each)
  const readEntry = createReader(mapping)

  return {
    name: mapping.name,
    filters: [topics.filter],
    reads: (topic) => topics.match(topic) !== undefined,
    decode: (topic, payload): Decoded => {
      const json = readJson(payload)
      if ('problem' in json) return { outcome: 'reject', reason: 'not-json', detail: json.problem }
      const message = json.value
      const deviceId = nameDevice(topics.match(topic) ?? {}, message)
      if (!isDeviceId(deviceId))
        return { outcome: 'reject', reason: 'bad-device-id', detail: `"${deviceId}" cannot be the name of a device` }
      if (!list) return { outcome: 'claims', deviceId, claims: [{ values: readEntry(message) }] }
      const entries = list.get(message)
      if (!Array.isArray(entries) || entries.length === 0)
        return { outcome: 'reject', reason: 'missing-field', detail: `there is no list with entries at "${mapping.each}"`, deviceId }
      if (entries.length > readingsMax) {
        const detail = `${entries.length} readings in one message, at most ${readingsMax}`
        return { outcome: 'reject', reason: 'too-many-readings', detail, deviceId }
      }
      const claims = entries.map((entry) => ({ values: readEntry(entry), part: list.replace(message, [entry]) }))
      return { outcome: 'claims', deviceId, claims }
    },
  }
}

const createReader = ({ recordedAt, values }: Mapping) => {
  const time = { pointer: createPointer(recordedAt.at), read: timeUnits[recordedAt.unit] ?? ((value: unknown) => value) }
  const fields = (Object.entries(values) as [MeasurementName, string | { at: string; unit: string }][]).map(([name, located]) => {
    const { at, unit } = typeof located === 'string' ? { at: located, unit: Object.keys(units[name])[0] ?? '' } : located
    return { name, unit, pointer: createPointer(at) }
  })
  return (entry: unknown) => ({
    recordedAt: time.read(time.pointer.get(entry)),
    ...Object.fromEntries(fields.map(({ name, unit, pointer }) => [name, inLadingsUnit(name, toNumber(pointer.get(entry)), unit)])),
  })
}

/** Many devices write numbers as texts, and null for what they have not measured. */
const toNumber = (value: unknown) => {
  if (value === null) return undefined
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value
}
