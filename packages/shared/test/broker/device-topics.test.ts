import { describe, expect, it } from 'vitest'
import { deviceOfTopic, topicFiltersOf } from '../../src/broker/device-topics.ts'
import { isClientIdOf, isReservedName } from '../../src/broker/names.ts'
import { telemetryTopic } from '../../src/contract/telemetry.ts'

describe('Topics of a device', () => {
  it.each([
    ['van-7', telemetryTopic('van-7')],
    ['van-7', 'lading/v1/van-7/#'],
    ['ada:phone', 'owntracks/ada/phone'],
    ['ada:phone', 'owntracks/ada/phone/event'],
    ['a:b:c', 'owntracks/a:b/c'],
    ['a:b:c', 'owntracks/a/b:c'],
  ])('%s owns %s.', (device, topic) => expect(deviceOfTopic(topic)).toBe(device))

  it.each([
    'lading/v1/van-7',
    'lading/v2/van-7/telemetry',
    'lading/v1//telemetry',
    'owntracks/ada',
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

  it.each(['van-7', 'ada:phone', 'a:b:c', ':x', 'x:'])('The filters of %s are its own topics, and all of them.', (device) => {
    const filters = topicFiltersOf(device)
    expect(filters).toContain(`lading/v1/${device}/#`)
    for (const filter of filters) expect(deviceOfTopic(filter), filter).toBe(device)
  })

  it('A phone has a filter for each way to read its name.', () => {
    expect(topicFiltersOf('a:b:c')).toEqual(['lading/v1/a:b:c/#', 'owntracks/a/b:c/#', 'owntracks/a:b/c/#'])
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
