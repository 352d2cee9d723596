import { matchesFilter, whyNotBridged } from '@lading/shared/broker/topic-filter'
import { expect, test } from 'vitest'

test.each([
  ['traccar', 'traccar', true],
  ['traccar', 'traccar/van-7', false],
  ['traccar/+', 'traccar/van-7', true],
  ['traccar/+', 'traccar', false],
  ['traccar/+', 'traccar/', true],
  ['traccar/+', 'traccar/van-7/x', false],
  ['v3/+/devices/+/up', 'v3/fleet@ttn/devices/reefer-7/up', true],
  ['v3/+/devices/+/up', 'v3/fleet@ttn/devices/reefer-7/down', false],
  ['acme/#', 'acme', true],
  ['acme/#', 'acme/quay/t-1/state', true],
  ['acme/#', 'acme2/quay', false],
  ['acme/+/#', 'acme', false],
  ['acme/+/#', 'acme/quay', true],
])('The filter %s and the topic %s: %s.', (filter, topic, expected) => {
  expect(matchesFilter(filter, topic)).toBe(expected)
})

test.each(['traccar', 'v3/fleet@ttn/devices/+/up', 'lading/v1/+/telemetry', 'acme/#', 'acme//x', 'liver/#'])(
  'A bridge may be given %s.',
  (filter) => {
    expect(whyNotBridged(filter)).toBeUndefined()
  },
)

test.each([
  '',
  '#',
  '+',
  '+/x',
  '/x',
  '$SYS/#',
  '$share/group/acme/#',
  '$CONTROL/x',
  'live',
  'live/#',
  'live/positions',
  'a+/b',
  'a/b+',
  'a/#/b',
  'a/b#',
  'a\u0000',
  'a/\n',
  `a/${'x'.repeat(1_000)}`,
])('A bridge may not be given "%s", and is told why.', (filter) => {
  expect(whyNotBridged(filter)).toMatch(/./)
})
