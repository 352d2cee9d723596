import proto from 'sparkplug-payload/lib/sparkplugPayloadProto.js'

/** Numbers of 64 bits come as objects. */
type Whole = { toNumber: () => number } | number | null

type RawMetric = {
  name?: string | null
  alias?: Whole
  timestamp?: Whole
  datatype?: number | null
  isHistorical?: boolean | null
  isNull?: boolean | null
  intValue?: number | null
  longValue?: Whole
  floatValue?: number | null
  doubleValue?: number | null
  booleanValue?: boolean | null
  stringValue?: string | null
  properties?: { keys?: string[] | null; values?: { stringValue?: string | null }[] | null } | null
}

export type Metric = {
  name: string | undefined
  alias: number | undefined
  recordedAtMs: number | undefined
  /** Said in births only, as a rule; so is the unit. */
  type: number | undefined
  unit: string | undefined
  isHistorical: boolean
  raw: RawMetric
}

export type Payload = { seq: number | undefined; sentAtMs: number | undefined; metrics: Metric[] }

/**
 * Reads the bytes by the schema that comes with `sparkplug-payload`, not by its `decodePayload`: that gives no value to a
 * metric without a data type, and data messages leave the type to the birth.
 */
export const readPayload = (bytes: Buffer): Payload => {
  // Copied, because what was not sent has a default value in the prototype, and alias 0 is an alias.
  const { seq, timestamp, metrics, uuid } = { ...proto.org.eclipse.tahu.protobuf.Payload.decode(bytes) }
  if (uuid === 'SPBV1.0_COMPRESSED') throw new Error('compressed payloads are not read: turn compression off at the edge node')
  return { seq: toNumber(seq), sentAtMs: toNumber(timestamp), metrics: (metrics ?? []).map((metric) => toMetric({ ...metric })) }
}

const toMetric = (raw: RawMetric): Metric => ({
  name: raw.name || undefined,
  alias: toNumber(raw.alias),
  recordedAtMs: toNumber(raw.timestamp),
  type: raw.datatype ?? undefined,
  unit: propertyOf(raw, 'engUnit'),
  isHistorical: raw.isHistorical === true,
  raw,
})

const propertyOf = ({ properties }: RawMetric, key: string) =>
  properties?.values?.[properties.keys?.indexOf(key) ?? -1]?.stringValue || undefined

/** Int8, Int16, Int32: they travel as unsigned integers of 32 bits. */
const bitsOfSigned: Record<number, number> = { 1: 8, 2: 16, 3: 32 }

/** The value as its type says; nothing where the metric says that it has none. */
export const valueOfMetric = ({ raw }: Metric, type: number | undefined): number | boolean | string | undefined => {
  const { intValue, longValue, floatValue, doubleValue, booleanValue, stringValue, isNull } = raw
  if (isNull) return undefined
  const unused = 32 - (bitsOfSigned[type ?? 0] ?? 0)
  if (typeof intValue === 'number') return unused === 32 ? intValue : (intValue << unused) >> unused
  // 32 bits give 7 digits; more of them come from the wider type.
  if (typeof floatValue === 'number') return Number(floatValue.toPrecision(7))
  return toNumber(longValue) ?? doubleValue ?? booleanValue ?? stringValue ?? undefined
}

const toNumber = (value: Whole | undefined) => (typeof value === 'object' ? value?.toNumber() : value)
