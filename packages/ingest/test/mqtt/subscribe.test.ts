import { subscribeAlways } from '@lading/ingest/mqtt/subscribe'
import type { MqttClient } from 'mqtt'
import { expect, test } from 'vitest'

const offline = { on: () => {} } as unknown as MqttClient
const codecs = [{ filters: ['a/+', 'b'] }, { filters: ['c/+', 'a/+'], unshared: true as const }]
const filtersOf = (group?: string) => subscribeAlways(offline, { codecs, group, onError: () => {} }).filters

test('A filter that several formats have is subscribed to once.', () => {
  expect(filtersOf()).toEqual(['a/+', 'b', 'c/+'])
})

test('Processes of a group share all formats but those that each of them has to hear in full.', () => {
  expect(filtersOf('g')).toEqual(['$share/g/a/+', '$share/g/b', 'c/+', 'a/+'])
})
