import fc, { type Arbitrary } from 'fast-check'

/** What a family of devices really sends, and under which topic and name. */
export type Format = {
  of: (number: number) => { topic: string; deviceId: string }
  real: (atMs: Arbitrary<number>) => Arbitrary<object | Buffer>
}

const lat = fc.double({ min: -90, max: 90, noNaN: true })
const lon = fc.double({ min: -180, max: 180, noNaN: true })
const iso = (atMs: Arbitrary<number>) => atMs.map((ms) => new Date(ms).toISOString())

const owntracks: Format = {
  of: (number) => ({ topic: `owntracks/hostile/${number}`, deviceId: `hostile:${number}` }),
  real: (atMs) =>
    fc.record({
      _type: fc.constant('location'),
      tst: atMs.map((ms) => Math.floor(ms / 1_000)),
      lat,
      lon,
      acc: fc.nat(50),
      vel: fc.integer({ min: -1, max: 120 }),
      cog: fc.nat(359),
      batt: fc.nat(100),
      p: fc.double({ min: 95, max: 105, noNaN: true }),
    }),
}

/** Channels of Cayenne LPP: temperature, humidity, acceleration, pressure, place. */
const cayenneLpp = fc
  .array(
    fc
      .constantFrom([103, 2], [104, 1], [113, 6], [115, 2], [136, 9], [101, 2])
      .chain(([type = 0, length = 0]) =>
        fc.tuple(fc.nat(255), fc.uint8Array({ minLength: length, maxLength: length })).map(([channel, data]) => [channel, type, ...data]),
      ),
    { minLength: 1, maxLength: 5 },
  )
  .map((channels) => channels.flat())

/** Bytes that are Cayenne LPP, that nearly are, and that never were. */
const lorawanBytes = fc
  .oneof(
    cayenneLpp,
    fc.tuple(cayenneLpp, fc.nat(30)).map(([bytes, length]) => bytes.slice(0, length)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => [...bytes]),
  )
  .map((bytes) => Buffer.from(bytes).toString('base64'))

const decodedFields = fc.option(fc.record({ temperature: fc.double({ min: -30, max: 50, noNaN: true }), humidity: fc.nat(100) }), {
  nil: undefined,
})

const theThingsStack: Format = {
  of: (number) => ({ topic: `v3/hostile/devices/d${number}/up`, deviceId: `tts:hostile:d${number}` }),
  real: (atMs) =>
    fc.record({
      end_device_ids: fc.constant({ device_id: 'd', application_ids: { application_id: 'hostile' } }),
      received_at: iso(atMs),
      uplink_message: fc.record({
        f_port: fc.constant(1),
        frm_payload: lorawanBytes,
        decoded_payload: decodedFields,
        rx_metadata: fc.constant([{ location: { latitude: 51.9, longitude: 4.4 } }]),
        received_at: iso(atMs),
      }),
    }),
}

const chirpstack: Format = {
  of: (number) => {
    const devEui = number.toString(16).padStart(16, '0')
    return { topic: `application/5c1e/device/${devEui}/event/up`, deviceId: `chirpstack:${devEui}` }
  },
  real: (atMs) =>
    fc.record({
      deduplicationId: fc.uuid(),
      time: iso(atMs),
      fPort: fc.constant(1),
      data: lorawanBytes,
      object: decodedFields,
      rxInfo: fc.constant([{ location: { latitude: 51.9, longitude: 4.4 } }]),
    }),
}

const traccar: Format = {
  of: (number) => ({ topic: `traccar/hostile-${number}`, deviceId: `traccar:hostile-${number}` }),
  real: (atMs) =>
    fc.record({
      protocol: fc.constant('osmand'),
      deviceTime: iso(atMs),
      fixTime: iso(atMs),
      serverTime: iso(atMs),
      valid: fc.boolean(),
      outdated: fc.boolean(),
      latitude: lat,
      longitude: lon,
      speed: fc.nat(60),
      course: fc.nat(359),
      attributes: fc.record({ batteryLevel: fc.nat(100), temp1: fc.integer({ min: -30, max: 50 }), alarm: fc.constant('lowBattery') }),
    }),
}

/** What an operator has described, see `hostileMapping`. */
const mapped: Format = {
  of: (number) => ({ topic: `hostile/${number}/state`, deviceId: `mapped:${number}` }),
  real: (atMs) =>
    fc.record({
      t: atMs.map((ms) => Math.floor(ms / 1_000)),
      position: fc.record({ lat, lon, knots: fc.nat(40) }),
      sensors: fc.tuple(fc.record({ fahrenheit: fc.integer({ min: -20, max: 100 }).map(String) })),
    }),
}

export const hostileMapping = {
  name: 'hostile',
  topic: 'hostile/{tracker}/state',
  device: 'mapped:{tracker}',
  recordedAt: { at: '/t', unit: 's' },
  values: {
    lat: '/position/lat',
    lon: '/position/lon',
    speedKmh: { at: '/position/knots', unit: 'kn' },
    temperatureC: { at: '/sensors/0/fahrenheit', unit: '°F' },
  },
}

const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))])
const lengthFirst = (tag: number, bytes: Iterable<number>) => {
  const all = [...bytes]
  return [tag, ...varint(all.length), ...all]
}
const double = 10

/** A birth of a node of its own: fields 1 (timestamp), 2 (metrics), 3 (seq) of Sparkplug's Payload, by hand. */
const sparkplug: Format = {
  of: (number) => ({ topic: `spBv1.0/hostile/NBIRTH/n${number}`, deviceId: `sparkplug:hostile:n${number}` }),
  real: (atMs) =>
    fc.record({ atMs, lat, lon, seq: fc.nat(255) }).map(({ atMs: at, seq, ...values }) => {
      const metrics = Object.entries({ 'Location/Latitude': values.lat, 'Location/Longitude': values.lon }).flatMap(([name, value]) => {
        const bytes = Buffer.alloc(8)
        bytes.writeDoubleLE(value)
        return lengthFirst(0x12, [...lengthFirst(0x0a, Buffer.from(name)), 0x18, ...varint(at), 0x20, double, 0x69, ...bytes])
      })
      return Buffer.from([0x08, ...varint(at), ...metrics, 0x18, ...varint(seq)])
    }),
}

export const formats: Format[] = [owntracks, theThingsStack, chirpstack, traccar, mapped, sparkplug]
