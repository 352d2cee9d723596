import { createPacketReader, type Publish } from '@lading/ingest/mqtt/packet-reader'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const read = ({ hasProperties = false, room = Number.POSITIVE_INFINITY } = {}) => {
  const published: Publish[] = []
  const others: Buffer[] = []
  let left = room
  const reader = createPacketReader({
    hasProperties: () => hasProperties,
    onPublish: (publish) => {
      published.push(publish)
      left -= 1
    },
    onOther: (bytes) => others.push(bytes),
    isFull: () => left <= 0,
  })
  const makeRoom = (messages: number) => {
    left = messages
    reader.readOn()
  }
  return { reader, published, others, makeRoom, said: () => published.map(({ topic, payload }) => `${topic} ${payload}`) }
}

const packet = (header: number, ...parts: (Buffer | number[])[]) => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const length = []
  for (let rest = body.length; ; rest >>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) return Buffer.concat([Buffer.from([header, ...length]), body])
  }
}
const text = (value: string) =>
  Buffer.concat([Buffer.from([Buffer.byteLength(value) >> 8, Buffer.byteLength(value) & 255]), Buffer.from(value)])
const connack = packet(0x20, [1, 0])
const pingresp = packet(0xd0)

test('A message is read whatever its QoS of 0 or 1, its flags and its length; everything else goes on as it came.', () => {
  const { reader, published, others } = read()
  const long = 'x'.repeat(200_000)
  const qos2 = packet(0x34, text('t/2'), [0, 9], Buffer.from('twice'))
  reader.add(
    Buffer.concat([
      connack,
      packet(0x32, text('t/1'), [1, 2], Buffer.from('once')),
      packet(0x30, text('t/0'), Buffer.from('maybe')),
      packet(0x3b, text('t/ü'), [255, 255]),
      pingresp,
      packet(0x32, text('t/long'), [0, 1], Buffer.from(long)),
      qos2,
    ]),
  )
  expect(published.map(({ topic, payload, messageId }) => [topic, payload.toString(), messageId])).toEqual([
    ['t/1', 'once', 0x0102],
    ['t/0', 'maybe', undefined],
    ['t/ü', '', 65_535],
    ['t/long', long, 1],
  ])
  expect(others).toEqual([connack, pingresp, qos2])
})

test('In MQTT 5 the payload begins behind the properties.', () => {
  const { reader, published } = read({ hasProperties: true })
  const manyProperties = Buffer.alloc(300, 1)
  reader.add(packet(0x32, text('t'), [0, 1], [0], Buffer.from('none')))
  reader.add(packet(0x30, text('t'), [2, 1, 1], Buffer.from('some')))
  reader.add(packet(0x32, text('t'), [0, 2], [0xac, 0x02], manyProperties, Buffer.from('many')))
  expect(published.map(({ payload }) => payload.toString())).toEqual(['none', 'some', 'many'])
})

test('What is wrong is left to whoever answers for the connection, and does not take the messages before it along.', () => {
  for (const wrong of [
    packet(0x32, text('without an id')),
    packet(0x32, [0, 200], Buffer.from('a topic longer than the packet')),
    packet(0x30, text(''), Buffer.from('no topic')),
    packet(0x36, text('t'), [0, 1], Buffer.from('QoS 3')),
    packet(0x30, [0]),
    Buffer.from([0x30, 255, 255, 255, 255, 1]),
  ]) {
    const { reader, others, said } = read()
    reader.add(Buffer.concat([packet(0x30, text('t'), Buffer.from('well')), wrong]))
    expect(said()).toEqual(['t well'])
    expect(others).toEqual([wrong])
  }
  const { reader, others, published } = read({ hasProperties: true })
  const wrong = packet(0x30, text('t'), [200, 1], Buffer.from('properties longer than the packet'))
  reader.add(wrong)
  expect([others, published]).toEqual([[wrong], []])
})

test('Wherever the bytes are cut, the same packets come out.', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(sizes, fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1 }), (payloads, cuts) => {
      const whole = Buffer.concat(
        payloads.flatMap((size, at) => [packet(0x32, text(`t/${at}`), [0, at], Buffer.alloc(size, 97)), pingresp]),
      )
      const { reader, published, others } = read()
      for (let at = 0, piece = 0; at < whole.length; piece += 1) {
        const size = cuts[piece % cuts.length] as number
        reader.add(whole.subarray(at, at + size))
        at += size
      }
      expect(published.map(({ topic, payload, messageId }) => [topic, payload.length, messageId])).toEqual(
        payloads.map((size, at) => [`t/${at}`, size, at]),
      )
      expect(others).toHaveLength(payloads.length)
    }),
  )
})

test('When full it stops before the next message, lets everything else pass, and goes on where it stopped.', () => {
  const { reader, others, said, makeRoom } = read({ room: 0 })
  const messages = [1, 2, 3, 4].map((number) => packet(0x30, text('t'), Buffer.from(String(number))))
  reader.add(Buffer.concat([connack, ...messages.slice(0, 2)]))
  expect([others, said()]).toEqual([[connack], []])
  makeRoom(1)
  expect(said()).toEqual(['t 1'])
  reader.add(Buffer.concat([...messages.slice(2), pingresp.subarray(0, 1)]))
  expect(said()).toEqual(['t 1'])
  makeRoom(2)
  makeRoom(5)
  reader.add(pingresp.subarray(1))
  expect(said()).toEqual(['t 1', 't 2', 't 3', 't 4'])
  expect(others).toEqual([connack, pingresp])
})
