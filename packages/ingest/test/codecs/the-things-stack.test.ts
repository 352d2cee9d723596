import { theThingsStack } from '@lading/ingest/codecs/the-things-stack'
import { describe, expect, test } from 'vitest'

const topic = 'v3/fleet/devices/reefer-7/up'
const decode = (message: unknown, given = topic) =>
  theThingsStack.decode(given, Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)))
const receivedAt = '2026-06-01T11:59:58.123456789Z'
const envelope = {
  end_device_ids: { device_id: 'reefer-7', application_ids: { application_id: 'fleet' }, dev_eui: '70B3D57ED0000001' },
  received_at: '2026-06-01T11:59:58.400000000Z',
}
const uplink = (fields: object, outer: object = {}) => ({
  ...envelope,
  ...outer,
  uplink_message: {
    f_port: 1,
    f_cnt: 12,
    rx_metadata: [{ gateway_ids: { gateway_id: 'roof' }, rssi: -70, location: { latitude: 51.9, longitude: 4.4, altitude: 30 } }],
    locations: { user: { latitude: 50, longitude: 5, source: 'SOURCE_REGISTRY' } },
    received_at: receivedAt,
    ...fields,
  },
})

describe('An uplink', () => {
  test('with decoded fields is a claim of tts:<application>:<device>, at the time of the network server.', () => {
    expect(decode(uplink({ decoded_payload: { temperature: -18.5, battery: 91 }, frm_payload: 'AWcAEA==' }))).toEqual({
      outcome: 'claims',
      deviceId: 'tts:fleet:reefer-7',
      claims: [{ values: { recordedAt: receivedAt, temperatureC: -18.5, batteryPct: 91 } }],
    })
  })

  test('never takes the place of a gateway, or one from the registry, for the place of the device.', () => {
    const { claims } = decode(uplink({ decoded_payload: { temperature: 1 } })) as { claims: { values: object }[] }
    expect(Object.keys(claims[0]?.values ?? {})).toEqual(['recordedAt', 'temperatureC'])
  })

  test('without decoded fields is read as Cayenne LPP on port 1.', () => {
    expect(decode(uplink({ frm_payload: Buffer.from('03670110', 'hex').toString('base64') }))).toMatchObject({
      claims: [{ values: { recordedAt: receivedAt, temperatureC: 27.2 } }],
    })
  })

  test('of a tenant carries the tenant in the name of its device.', () => {
    expect(decode(uplink({ decoded_payload: { temperature: 1 } }), 'v3/fleet@acme/devices/reefer-7/up')).toMatchObject({
      deviceId: 'tts:fleet.acme:reefer-7',
    })
  })

  test('takes the time of the application server where the network server gives none.', () => {
    expect(decode(uplink({ decoded_payload: { temperature: 1 }, received_at: undefined }))).toMatchObject({
      claims: [{ values: { recordedAt: envelope.received_at } }],
    })
  })

  test.each([
    ['has no payload: it only answers the network', { frm_payload: undefined }],
    ['is of port 0, which is left out as all zeros are', { f_port: undefined, frm_payload: '' }],
  ])('that %s is ignored.', (_, fields) => {
    expect(decode(uplink(fields))).toEqual({ outcome: 'ignore' })
  })
})

describe('A solved location', () => {
  const solved = (location: object | undefined) => ({ ...envelope, location_solved: { service: 'lora-cloud', location } })
  const at = 'v3/fleet/devices/reefer-7/location/solved'

  test('is a place of the device.', () => {
    const location = { latitude: 51.9, longitude: 4.4, altitude: 3, accuracy: 150, source: 'SOURCE_LORA_RSSI_GEOLOCATION' }
    expect(decode(solved(location), at)).toEqual({
      outcome: 'claims',
      deviceId: 'tts:fleet:reefer-7',
      claims: [{ values: { recordedAt: envelope.received_at, lat: 51.9, lon: 4.4, accuracyM: 150, altitudeM: 3 } }],
    })
  })

  test('on the meridian of Greenwich has no longitude in the message, as zeros are left out.', () => {
    expect(decode(solved({ latitude: 51.5 }), at)).toMatchObject({ claims: [{ values: { lat: 51.5, lon: 0 } }] })
  })

  test('without a place is refused.', () => {
    expect(decode(solved({ source: 'SOURCE_GPS' }), at)).toMatchObject({ outcome: 'reject', reason: 'missing-field' })
  })
})

test.each([
  ['simulated', uplink({ decoded_payload: { temperature: 1 } }, { simulated: true }), 'console'],
  ['not-decoded', uplink({ frm_payload: 'qg==', f_port: 15 }), 'port 15'],
  ['not-decoded', uplink({ frm_payload: 'AckA' }), 'type 201 of channel 1'],
  ['not-decoded', uplink({ frm_payload: 'AQAB' }), 'without any measurement'],
  ['not-decoded', uplink({ decoded_payload: { button: true, TempC_SHT: 3 } }), 'button, TempC_SHT'],
  ['missing-field', { ...envelope, join_accept: {} }, 'uplink_message'],
  ['not-json', '{', ''],
  ['wrong-type', '[]', 'object'],
])('%s: %j', (reason, message, detail) => {
  expect(decode(message)).toMatchObject({
    outcome: 'reject',
    reason,
    detail: expect.stringContaining(detail),
    deviceId: 'tts:fleet:reefer-7',
  })
})

test('A name that no device can have is refused.', () => {
  expect(decode(uplink({}), 'v3/fleet/devices/two words/up')).toMatchObject({ reason: 'bad-device-id' })
})
