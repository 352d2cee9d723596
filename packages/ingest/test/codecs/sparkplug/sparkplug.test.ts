import { createSparkplug } from '@lading/ingest/codecs/sparkplug/sparkplug'
import sparkplug from 'sparkplug-payload'
import proto from 'sparkplug-payload/lib/sparkplugPayloadProto.js'
import { describe, expect, test } from 'vitest'
import { delivery, receivedAtMs as now } from '../../support/delivery.ts'
import { pipelineOf } from '../../support/pipeline.ts'

const spb = sparkplug.get('spBv1.0')
if (!spb) throw new Error('sparkplug-payload knows no Sparkplug B')
type Metrics = NonNullable<Parameters<typeof spb.encodePayload>[0]['metrics']>
const { Payload } = proto.org.eclipse.tahu.protobuf

const encode = (seq: number | undefined, metrics: Metrics, timestamp = now) => Buffer.from(spb.encodePayload({ timestamp, seq, metrics }))
/** As edge nodes send data: by alias alone, without the type that the birth gave. */
const byAlias = (seq: number, ...metrics: { alias: number; [field: string]: unknown }[]) =>
  Buffer.from(Payload.encode({ seq, timestamp: now, metrics }).finish())
const bdSeq = (value: number) => ({ name: 'bdSeq', type: 'UInt64' as const, value })

const setUp = () => {
  const asked: { topic: string; payload: Buffer }[] = []
  let nowMs = 0
  const codec = createSparkplug({ publish: (topic, payload) => asked.push({ topic, payload }), nowMs: () => nowMs })
  const send = (type: string, payload: Buffer) =>
    codec.decode(`spBv1.0/port/${type}/crane-1${type.startsWith('D') ? '/reefer-7' : ''}`, payload)
  return {
    asked,
    codec,
    send,
    wait: (ms: number) => {
      nowMs += ms
    },
    bear: () => {
      send('NBIRTH', encode(0, [bdSeq(3), { name: 'Node Control/Rebirth', type: 'Boolean', value: false }]))
      return send(
        'DBIRTH',
        encode(1, [
          { name: 'Sensors/Temperature', alias: 0, type: 'Int16', value: -18 },
          { name: 'Location/Latitude', alias: 1, type: 'Double', value: 51.95 },
          { name: 'Location/Longitude', alias: 2, type: 'Double', value: 4.14 },
          { name: 'Engine/Temperature', alias: 3, type: 'Float', value: 90 },
          { name: 'Setpoint', alias: 4, type: 'Float', value: -20 },
          { name: 'Speed_kn', alias: 5, type: 'Float', value: 10 },
        ]),
      )
    },
  }
}

describe('A birth', () => {
  test('is a claim of sparkplug:<group>:<node>:<device>, of what Lading knows by name; small integers keep their sign.', () => {
    expect(setUp().bear()).toEqual({
      outcome: 'claims',
      deviceId: 'sparkplug:port:crane-1:reefer-7',
      claims: [{ values: { recordedAt: now, temperatureC: -18, lat: 51.95, lon: 4.14, speedKmh: 18.52 } }],
    })
  })

  test('of a node that measures nothing itself is ignored.', () => {
    expect(setUp().send('NBIRTH', encode(0, [bdSeq(0)]))).toEqual({ outcome: 'ignore' })
  })

  test('gives the unit: °F become °C, and a unit that nobody knows is no measurement.', () => {
    const { send } = setUp()
    const unit = (value: string) => ({ engUnit: { type: 'String' as const, value } })
    const metrics: Metrics = [
      { name: 'Temperature', alias: 1, type: 'Float', value: 14, properties: unit('degF') },
      { name: 'Pressure', alias: 2, type: 'Float', value: 30, properties: unit('inHg') },
    ]
    expect(send('NBIRTH', encode(0, metrics))).toMatchObject({
      deviceId: 'sparkplug:port:crane-1',
      claims: [{ values: { temperatureC: -10 } }],
    })
    expect(send('NDATA', byAlias(1, { alias: 1, floatValue: 32 }))).toEqual({
      outcome: 'claims',
      deviceId: 'sparkplug:port:crane-1',
      claims: [{ values: { recordedAt: now, temperatureC: 0 } }],
    })
  })
})

describe('Data', () => {
  test('that name a metric by alias alone, without a type, are read as the birth says.', () => {
    const { bear, send, asked } = setUp()
    bear()
    const values = { recordedAt: now, temperatureC: -19, speedKmh: 18.53852 }
    expect(send('DDATA', byAlias(2, { alias: 0, intValue: 0xff_ff_ff_ed }, { alias: 5, floatValue: 10.01 }))).toMatchObject({
      claims: [{ values }],
    })
    expect(asked).toEqual([])
  })

  test('of several times are several claims, and each time keeps its own values.', () => {
    const { bear, send } = setUp()
    bear()
    const metrics: Metrics = [
      { name: 'Sensors/Temperature', type: 'Int16', value: -17, timestamp: now - 2_000 },
      { name: 'Location/Latitude', type: 'Double', value: 52, timestamp: now - 1_000 },
      { name: 'Location/Longitude', type: 'Double', value: 4, timestamp: now - 1_000 },
    ]
    expect(send('DDATA', encode(2, metrics))).toMatchObject({
      claims: [{ values: { recordedAt: now - 2_000, temperatureC: -17 } }, { values: { recordedAt: now - 1_000, lat: 52, lon: 4 } }],
    })
  })

  test('that a device kept while it was offline come through as historical, whatever their time.', async () => {
    const metrics: Metrics = [
      { name: 'Temperature', type: 'Float', value: 5, timestamp: now - 60_000, isHistorical: true },
      { name: 'Temperature', type: 'Float', value: 6, timestamp: now },
    ]
    const { arrivals } = await pipelineOf()([{ ...delivery('spBv1.0/port/NDATA/crane-1', ''), payload: encode(0, metrics) }])
    expect(arrivals.map(({ reading, isHistorical }) => [reading.recordedAtMs, reading.temperatureC, isHistorical])).toEqual([
      [now - 60_000, 5, true],
      [now, 6, undefined],
    ])
  })

  test('of which nothing has a name that Lading knows are ignored, and so is a value that is null.', () => {
    const { bear, send } = setUp()
    bear()
    expect(send('DDATA', byAlias(2, { alias: 4, floatValue: -22 }))).toEqual({ outcome: 'ignore' })
    expect(send('DDATA', byAlias(3, { alias: 3, floatValue: 95 }))).toEqual({ outcome: 'ignore' })
    expect(send('DDATA', byAlias(4, { alias: 0, isNull: true }))).toEqual({ outcome: 'ignore' })
  })
})

describe('A rebirth is asked for', () => {
  test('when an alias is not known, as after a start of ingest; the message is kept, and the birth makes the next one readable.', () => {
    const { bear, send, asked } = setUp()
    expect(send('DDATA', byAlias(9, { alias: 0, intValue: 4 }))).toMatchObject({
      outcome: 'reject',
      reason: 'not-decoded',
      detail: expect.stringContaining('alias 0'),
    })
    expect(asked.map(({ topic }) => topic)).toEqual(['spBv1.0/port/NCMD/crane-1'])
    expect(spb.decodePayload(asked[0]?.payload ?? Buffer.of()).metrics).toMatchObject([{ name: 'Node Control/Rebirth', value: true }])
    bear()
    expect(send('DDATA', byAlias(2, { alias: 0, intValue: 4 }))).toMatchObject({ claims: [{ values: { temperatureC: 4 } }] })
  })

  test('when a message is missing; what arrived is stored all the same.', () => {
    const { bear, send, asked } = setUp()
    bear()
    expect(send('DDATA', byAlias(3, { alias: 0, intValue: 4 }))).toMatchObject({ claims: [{ values: { temperatureC: 4 } }] })
    expect(asked).toHaveLength(1)
  })

  test('not after 255, when numbers begin again at 0, and not by a message that is delivered twice.', () => {
    const { bear, send, asked } = setUp()
    bear()
    for (let seq = 2; seq < 600; seq += 1) {
      send('DDATA', byAlias(seq % 256, { alias: 0, intValue: 4 }))
      send('DDATA', byAlias(seq % 256, { alias: 0, intValue: 4 }))
    }
    expect(asked).toEqual([])
  })

  test('once in ten seconds, however much the node says in between.', () => {
    const { send, asked, wait } = setUp()
    for (let at = 0; at < 100; at += 1) send('DDATA', byAlias(at, { alias: 0, intValue: 4 }))
    expect(asked).toHaveLength(1)
    wait(10_000)
    send('DDATA', byAlias(100, { alias: 0, intValue: 4 }))
    expect(asked).toHaveLength(2)
  })

  test('once for a message, even if the pipeline runs again over it.', () => {
    const { bear, send, asked } = setUp()
    bear()
    const two = byAlias(2, { alias: 0, intValue: 4 })
    const three = byAlias(3, { alias: 0, intValue: 5 })
    const first = [send('DDATA', two), send('DDATA', three)]
    expect([send('DDATA', two), send('DDATA', three)]).toEqual(first)
    expect(asked).toEqual([])
  })
})

describe('A death', () => {
  test('of a node forgets what its births said.', () => {
    const { bear, send } = setUp()
    bear()
    expect(send('NDEATH', encode(undefined, [bdSeq(3)]))).toEqual({ outcome: 'ignore' })
    expect(send('DDATA', byAlias(2, { alias: 0, intValue: 4 }))).toMatchObject({ reason: 'not-decoded' })
  })

  test('that was the last will of an earlier session changes nothing.', () => {
    const { bear, send } = setUp()
    bear()
    send('NDEATH', encode(undefined, [bdSeq(2)]))
    expect(send('DDATA', byAlias(2, { alias: 0, intValue: 4 }))).toMatchObject({ claims: [{ values: { temperatureC: 4 } }] })
  })

  test('of a device forgets its aliases, and no other.', () => {
    const { bear, send } = setUp()
    bear()
    send('DBIRTH', encode(2, [{ name: 'Temperature', alias: 9, type: 'Float', value: 1 }]))
    expect(send('DDEATH', encode(3, []))).toEqual({ outcome: 'ignore' })
    expect(send('DDATA', byAlias(4, { alias: 9, floatValue: 4 }))).toMatchObject({ reason: 'not-decoded' })
  })
})

test.each([
  ['bytes that are no protobuf', Buffer.from([0xff, 0xff, 0xff])],
  ['text', Buffer.from('{"temperature":5}')],
  ['a compressed payload', Buffer.from(Payload.encode({ uuid: 'SPBV1.0_COMPRESSED', body: Buffer.of(1) }).finish())],
])('%s is refused.', (_, payload) => {
  expect(setUp().send('DDATA', payload)).toMatchObject({ outcome: 'reject', reason: 'not-decoded' })
})

test('A name that no device can have is refused.', () => {
  const { codec } = setUp()
  expect(codec.decode('spBv1.0/my port/NDATA/crane', encode(0, []))).toMatchObject({ reason: 'bad-device-id' })
})
