import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceOfTopic } from '../../src/broker/device-topics.ts'
import { topicsOfDevice } from '../../src/broker/topics-of-device.ts'

const matches = (filter: string, topic: string) => {
  const wanted = filter.split('/')
  const given = topic.split('/')
  const end = wanted.at(-1) === '#' ? wanted.length - 1 : wanted.length
  if (end === wanted.length ? given.length !== end : given.length < end) return false
  return wanted.slice(0, end).every((level, at) => level === '+' || level === given[at])
}
const isOwn = (deviceId: string, topic: string) => topicsOfDevice(deviceId).some((filter) => matches(filter, topic))

describe('The topics of a device, for a broker that is told beforehand', () => {
  it.each([
    ['van-7', 'lading/v1/van-7/telemetry'],
    ['ada:phone', 'owntracks/ada/phone'],
    ['ada:phone', 'owntracks/ada/phone/event'],
    ['a:b:c', 'owntracks/a:b/c'],
    ['a:b:c', 'owntracks/a/b:c'],
    ['traccar:van-7', 'traccar/van-7'],
    ['tts:cold-chain.acme:reefer-7', 'v3/cold-chain@acme/devices/reefer-7/up'],
    ['tts:cold-chain:reefer-7', 'v3/cold-chain/devices/reefer-7/location/solved'],
    ['chirpstack:70b3d57ed0000001', 'application/4f/device/70B3D57ED0000001/event/up'],
    ['sparkplug:plant:node', 'spBv1.0/plant/NBIRTH/node'],
    ['sparkplug:plant:node:probe', 'spBv1.0/plant/DDATA/node/probe'],
  ])('%s may use %s.', (deviceId, topic) => expect(isOwn(deviceId, topic)).toBe(true))

  it.each(['', ':', '::', 'tts:', 'tts:a:', 'sparkplug:a:', ':phone', 'chirpstack:'])(
    'never has an empty level for a name such as %j.',
    (deviceId) => {
      for (const filter of topicsOfDevice(deviceId).slice(1)) expect(filter).not.toMatch(/\/\/|\/$/)
    },
  )

  // Names of every format, taken apart and put together from the same few words, so that they collide as often as they can.
  const word = fc.constantFrom('a', 'b', 'a.b', 'a:b', 'tts', 'sparkplug', 'ab12')
  const deviceId = fc.oneof(
    word,
    fc
      .tuple(fc.constantFrom('tts', 'chirpstack', 'traccar', 'sparkplug', 'a'), fc.array(word, { minLength: 1, maxLength: 4 }))
      .map(([format, rest]) => [format, ...rest].join(':')),
  )
  const level = fc.oneof(word, fc.constantFrom('a@b', 'AB12', 'up', ''))
  const topic = fc
    .tuple(
      fc.constantFrom(['lading', 'v1'], ['owntracks'], ['v3'], ['application'], ['traccar'], ['spBv1.0'], ['live']),
      fc.array(fc.oneof(level, fc.constantFrom('devices', 'device', 'event')), { maxLength: 6 }),
    )
    .map(([root, rest]) => [...root, ...rest].join('/'))

  it('are those that belong to it, and those alone.', () => {
    fc.assert(
      fc.property(deviceId, topic, (id, text) => {
        // A filter that ends in # takes the level above along, under which nobody reports.
        const above = topicsOfDevice(id).some((filter) => filter === `${text}/#`)
        if (!above) expect(isOwn(id, text)).toBe(deviceOfTopic(text) === id)
      }),
      { numRuns: 5000 },
    )
    fc.assert(
      fc.property(topic, (text) => {
        const owner = deviceOfTopic(text)
        // A level without a name is taken for none at the end of a Sparkplug topic; no node writes one.
        if (owner && !/\/\/|\/$/.test(text) && /^[A-Za-z0-9._:-]+$/.test(owner)) expect(isOwn(owner, text)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})
