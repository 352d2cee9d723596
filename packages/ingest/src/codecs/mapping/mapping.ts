import { type MeasurementName, measurementNames } from '@lading/shared/domain/reading'
import Type from 'typebox'
import { units } from '../units.ts'
import { timeUnits } from './time.ts'

const Pointer = Type.String({ pattern: '^(/.*)?$', description: 'JSON Pointer (RFC 6901), such as /position/lat or /sensors/0/value' })
const oneOf = (values: string[]) => Type.Enum(values)

/** A value of the message: where it is, and in which unit where that is not Lading's. */
const valueIn = (allowed: string[]) =>
  Type.Union([Pointer, Type.Object({ at: Pointer, unit: oneOf(allowed) }, { additionalProperties: false })])

const measurement = (name: MeasurementName) => [name, Type.Optional(valueIn(Object.keys(units[name])))] as const

/** How messages of a format that Lading does not know become readings. */
export const Mapping = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    topic: Type.String({ pattern: '^[^#+$][^#+]*$', description: 'levels are text or {name}, such as acme/{site}/{tracker}/state' }),
    device: Type.String({ minLength: 1, description: 'made of text, {name} of the topic and {/pointer} into the message' }),
    each: Type.Optional(Pointer),
    recordedAt: Type.Object({ at: Pointer, unit: oneOf(Object.keys(timeUnits)) }, { additionalProperties: false }),
    values: Type.Object(Object.fromEntries(measurementNames.map(measurement)), { additionalProperties: false, minProperties: 1 }),
  },
  { additionalProperties: false },
)
export type Mapping = {
  name: string
  topic: string
  device: string
  /** Where the message has an array of readings; the other pointers then begin at an entry. */
  each?: string
  recordedAt: Located
  values: { [name in MeasurementName]?: string | Located }
}
export type Located = { at: string; unit: string }

export const MappingFile = Type.Object({ mappings: Type.Array(Mapping, { minItems: 1 }) }, { additionalProperties: false })
