import { describe, expect, it } from 'vitest'
import { deviceOfTopic, isNodeCommand } from '../../src/broker/device-topics.ts'
import { isClientIdOf, isReservedName } from '../../src/broker/names.ts'
import { telemetryTopic } from '../../src/contract/telemetry.ts'

describe('Topics of a device', () => {
  it.each([
    ['van-7', telemetryTopic('van-7')],
    ['van-7', 'lading/v1/van-7/#'],
    ['ada:phone', 'owntracks/ada/phone'],
    ['ada:phone', 'owntracks/ada/phone/event'],
    ['a:b:c', 'owntracks/a:b/c'],
    ['traccar:van-7', 'traccar/van-7'],
    ['a:b:c', 'owntracks/a/b:c'],
    ['tts:cold-chain.acme:reefer-7', 'v3/cold-chain@acme/devices/reefer-7/up'],
    ['tts:cold-chain:reefer-7', 'v3/cold-chain/devices/reefer-7/location/solved'],
    ['chirpstack:70b3d57ed0000001', 'application/4f/device/70B3D57ED0000001/event/up'],
    ['sparkplug:plant:node', 'spBv1.0/plant/NBIRTH/node'],
    ['sparkplug:plant:node:probe', 'spBv1.0/plant/DDATA/node/probe'],
  ])('%s owns %s.', (device, topic) => expect(deviceOfTopic(topic)).toBe(device))

  it.each([
    'lading/v1/van-7',
    'lading/v2/van-7/telemetry',
    'lading/v1//telemetry',
    'owntracks/ada',
    'v3/cold-chain/devices/reefer-7',
    'application/4f/device/70b3d57ed0000001',
    'spBv1.0/STATE/host',
    'constructor/a/b/c',
    'owntracks//phone',
    'live/positions',
    '$SYS/broker/uptime',
    '/lading/v1/van-7/telemetry',
    '#',
    '',
  ])('%j belongs to no device.', (topic) => expect(deviceOfTopic(topic)).toBeUndefined())

  it.each(['lading/v1/+/telemetry', 'lading/v1/#', '+/v1/van-7/telemetry', 'owntracks/+/phone', '$share/g/lading/v1/van-7/telemetry'])(
    'The filter %s does not belong to a device that can exist.',
    (filter) => expect(deviceOfTopic(filter) ?? '+').toMatch(/[+#]/),
  )

  it('What the platform may ask of a Sparkplug node is a command to one node, and nothing below it.', () => {
    expect(isNodeCommand('spBv1.0/plant/NCMD/node')).toBe(true)
    for (const topic of ['spBv1.0/plant/NDATA/node', 'spBv1.0/plant/NCMD/node/device', 'x/spBv1.0/plant/NCMD/node', 'spBv1.0/plant/NCMD/'])
      expect(isNodeCommand(topic), topic).toBe(false)
  })
})

describe('Names at the broker', () => {
  it('A device connects as itself or as a part of itself, never as a device whose name only begins alike.', () => {
    expect(['van-7', 'van-7/backup'].every((id) => isClientIdOf('van-7', id))).toBe(true)
    expect(['van-70', 'van', '', 'VAN-7', '/van-7'].some((id) => isClientIdOf('van-7', id))).toBe(false)
  })

  it('What the platform calls itself is no name for a device.', () => {
    expect(['lading', 'lading-ingest', 'lading-'].every(isReservedName)).toBe(true)
    expect(['ladingx', 'my-lading', 'tracker-ld1'].some(isReservedName)).toBe(false)
  })
})
