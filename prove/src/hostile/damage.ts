import fc, { type Arbitrary } from 'fast-check'
import { hostileValue } from './hostile-value.ts'

/** Real messages as they are and with a value, a field, a byte, an end or everything about them wrong. */
export const damaged = (real: Arbitrary<object | Buffer>): Arbitrary<Buffer> => {
  const bytes = real.map(toBytes)
  const wrongValue = fc.tuple(real, fc.nat(), hostileValue).map(([message, at, value]) => changed(message, at, () => value))
  const missing = fc.tuple(real, fc.nat()).map(([message, at]) => changed(message, at, () => undefined))
  const cutShort = fc.tuple(bytes, fc.nat(400)).map(([whole, length]) => whole.subarray(0, length))
  const flipped = fc.tuple(bytes, fc.nat(), fc.nat(255)).map(([whole, at, byte]) => {
    const copy = Buffer.from(whole)
    if (copy.length > 0) copy[at % copy.length] = byte
    return copy
  })
  const inserted = fc.tuple(bytes, fc.nat(), fc.uint8Array({ maxLength: 20 })).map(([whole, at, more]) => {
    const place = at % (whole.length + 1)
    return Buffer.concat([whole.subarray(0, place), more, whole.subarray(place)])
  })
  return fc.oneof(
    { weight: 2, arbitrary: bytes },
    { weight: 4, arbitrary: wrongValue },
    { weight: 1, arbitrary: missing },
    { weight: 1, arbitrary: cutShort },
    { weight: 3, arbitrary: flipped },
    { weight: 1, arbitrary: inserted },
    { weight: 1, arbitrary: hostileValue.map((value) => Buffer.from(JSON.stringify(value) ?? '')) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some)) },
  )
}

const toBytes = (message: object | Buffer) => (Buffer.isBuffer(message) ? message : Buffer.from(JSON.stringify(message)))

/** A message of JSON with one value, at any depth, in another's place; of bytes with its text from somewhere on. */
const changed = (message: object | Buffer, at: number, change: () => unknown): Buffer => {
  if (Buffer.isBuffer(message)) {
    const text = JSON.stringify(change()) ?? ''
    return Buffer.concat([message.subarray(0, at % (message.length + 1)), Buffer.from(text)])
  }
  const copy = structuredClone(message)
  const places = placesIn(copy)
  const place = places[at % places.length]
  if (place) Object.defineProperty(place.holder, place.key, { value: change(), enumerable: true, configurable: true, writable: true })
  return toBytes(copy)
}

const placesIn = (holder: object): { holder: object; key: string }[] =>
  Object.entries(holder).flatMap(([key, value]) => [
    { holder, key },
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ])
