import { connectPacket, publishPacket } from '@lading/bench/ingest/packets'
import { expect, test } from 'vitest'

test('A CONNECT asks for a clean session of MQTT 3.1.1 without keep-alive.', () => {
  expect([...connectPacket('ab')]).toEqual([0x10, 14, 0, 4, ...Buffer.from('MQTT'), 4, 2, 0, 0, 0, 2, ...Buffer.from('ab')])
})

test('A PUBLISH carries topic, message id and payload at QoS 1.', () => {
  expect([...publishPacket('a/b', 258, 'xyz')]).toEqual([0x32, 10, 0, 3, ...Buffer.from('a/b'), 1, 2, ...Buffer.from('xyz')])
})

test('From 128 bytes on the length takes two bytes, the lower seven bits first.', () => {
  const packet = publishPacket('a', 1, 'x'.repeat(316))
  expect([...packet.subarray(0, 3)]).toEqual([0x32, (321 % 128) | 128, 321 >> 7])
  expect(packet).toHaveLength(3 + 321)
})
