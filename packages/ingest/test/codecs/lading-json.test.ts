import { ladingJson } from '@lading/ingest/codecs/lading-json'
import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { expect, test } from 'vitest'

const decode = (payload: string, topic = telemetryTopic('reefer-7')) => ladingJson.decode(topic, Buffer.from(payload))

test('One reading is one claim of the device in the topic.', () => {
  expect(decode('{"recordedAt":1,"lat":2}')).toEqual({
    outcome: 'claims',
    deviceId: 'reefer-7',
    claims: [{ values: { recordedAt: 1, lat: 2 } }],
  })
})

test('Each entry of an array is a claim of its own, and can go through again alone.', () => {
  expect(decode('[{"recordedAt":1},7]')).toEqual({
    outcome: 'claims',
    deviceId: 'reefer-7',
    claims: [
      { values: { recordedAt: 1 }, part: { recordedAt: 1 } },
      { values: 7, part: 7 },
    ],
  })
})

test.each([
  ['not-json', '', undefined],
  ['not-json', '{"recordedAt":', undefined],
  ['not-json', '\u0000\u0001\ufffd', undefined],
  ['missing-field', '[]', undefined],
  ['too-many-readings', JSON.stringify(Array.from({ length: 1001 }, () => ({}))), undefined],
  ['bad-device-id', '{}', 'lading/v1//telemetry'],
  ['bad-device-id', '{}', 'lading/v1/two words/telemetry'],
  ['bad-device-id', '{}', `lading/v1/${'x'.repeat(129)}/telemetry`],
  ['bad-device-id', '{}', 'lading/v1/a\\b/telemetry'],
])('%s: %s', (reason, payload, topic) => {
  expect(decode(payload, topic)).toMatchObject({ outcome: 'reject', reason })
})
