import type { AlertKind } from '@lading/shared/domain/alert'
import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { expect, test } from 'vitest'
import { alertText } from '../../src/format/alert.ts'

const cold = { temperatureC: 1.4, worstC: 0.5, limitMinC: 2, limitMaxC: 8, sinceAt: '2026-03-01T00:00:00Z', minutes: 40 }
const facts: FactsOf = {
  temperature: cold,
  shock: { worstG: 14, shockMaxG: 12, shocks: 3, lastAt: '2026-03-01T00:00:00Z' },
  stalled: { hours: 26, sinceAt: '2026-03-01T00:00:00Z', lat: 1, lon: 2, from: 'Shenzhen', to: 'Rotterdam' },
  'off-route': { asideKm: 62.3, worstKm: 80, corridorKm: 25, from: 'Shenzhen', to: 'Rotterdam' },
  'silent-device': { deviceId: 'tag-7', minutes: 300, lastRecordedAt: null, everyMinutes: 15 },
  'low-battery': { batteryPct: 9 },
  late: { lateMinutes: 95, promisedAt: '2026-03-01T00:00:00Z', expectedAt: '2026-03-01T01:35:00Z' },
  'customs-hold': {
    ...{ state: 'documents-required', country: 'GB', office: 'GBFXT', legSequence: 2, sinceAt: '2026-03-01T00:00:00Z', hours: 3 },
    ...{ documents: 'invoice, licence', note: null },
  },
  declaration: { country: 'GB', findings: 2, codes: 'document-missing, origin-unknown', documents: 'invoice' },
  'free-time': {
    ...{ country: 'GB', office: 'GBFXT', legSequence: 2, lastFreeDay: '2026-03-04', freeUntil: '2026-03-05T00:00:00Z', hoursLeft: 30 },
  },
  'customs-delay': {
    ...{ countries: 'GB', p50Hours: 30, p90Hours: 96, examination: 0.2, missingDocuments: 'invoice', restrictions: null },
    ...{ missProbability: 0.35, missWithoutCustoms: 0.05 },
  },
  'geofence-entered': { geofenceId: 'f', name: 'The old yard', others: 0, sinceAt: '2026-03-01T00:00:00Z', hours: 2 },
  'geofence-left': { geofenceId: 'f', name: 'A12', others: 0, sinceAt: '2026-03-01T00:00:00Z', outsideKm: 4.2, worstKm: 6 },
  'geofence-dwell': { geofenceId: 'f', name: 'Maasvlakte', others: 0, sinceAt: '2026-03-01T00:00:00Z', hours: 80, limitHours: 24 },
  'hazard-ahead': {
    ...{
      hazardId: 'h',
      kind: 'storm',
      title: 'Storm Éowyn',
      others: 0,
      certainty: 'likely',
      kmAhead: 420,
      expectedAt: '2026-03-02T00:00:00Z',
    },
    ...{ validUntil: null, from: 'Shenzhen', to: 'Rotterdam' },
  },
  risk: { ruleId: 'r', rule: 'Politics', riskKind: 'political', score: 0.72, escalatedAt: null },
  drill: { title: 'Port closed', riskKind: 'natural', startedBy: 'Ada' },
}
const message = 'As it was said then.'
const say = (kind: AlertKind, told: Record<string, string | number | null>) => alertText({ kind, facts: told, message })

test.each([
  ['temperature', 'The goods are at 1.4°C and should be at least 2.0°C; the worst so far is 0.5°C.'],
  ['shock', 'The goods took 3 shocks of up to 14.0 g; the limit is 12.0 g.'],
  ['stalled', 'No movement for 26 hours, between Shenzhen and Rotterdam.'],
  ['off-route', '62.3 km beside the planned route from Shenzhen to Rotterdam; up to 25 km is ordinary.'],
  ['silent-device', 'Device tag-7 has not reported for 5 hours; it should every 15 minutes.'],
  ['low-battery', 'The device’s battery is down to 9%.'],
  ['late', 'Expected 2 hours later than promised.'],
  ['customs-hold', 'Customs of United Kingdom asks for documents: invoice and licence.'],
  ['declaration', 'Before departure: 2 entries of the declaration for United Kingdom would stop the goods.'],
  ['free-time', 'The place keeps the goods without charge until Wed 4 Mar: 30 hours are left.'],
  [
    'customs-delay',
    'Customs of United Kingdom takes about 30 hours, up to 4 days. The promise is missed with a probability of 35%; without customs it would be 5%.',
  ],
  ['geofence-entered', 'Within The old yard, where goods should not be.'],
  ['geofence-left', '4.2 km outside A12, which goods should not leave.'],
  ['geofence-dwell', 'Within Maasvlakte for 3 days; 24 hours are allowed.'],
  [
    'hazard-ahead',
    'Storm Éowyn (storm) lies 420 km ahead, between Shenzhen and Rotterdam, and is expected to last until the goods are there.',
  ],
  ['risk', 'Political risk is 72% (Politics).'],
  ['drill', 'This is a drill by Ada, nothing of it is real: Port closed'],
] as const)('A %s is worded from its facts.', (kind, text) => expect(say(kind, facts[kind])).toBe(text))

test('Goods that are too warm are told the other limit.', () => {
  expect(say('temperature', { ...cold, temperatureC: 9, worstC: 10, limitMinC: null })).toBe(
    'The goods are at 9.0°C and should be at most 8.0°C; the worst so far is 10.0°C.',
  )
})

test.each([
  [{ cause: 'wait', causeFrom: 'Felixstowe' }, 'by the wait at Felixstowe.'],
  [{ cause: 'customs', causeFrom: 'Felixstowe' }, 'by customs at Felixstowe.'],
  [{ cause: 'leg', causeFrom: 'Shenzhen', causeTo: 'Felixstowe' }, 'on the way from Shenzhen to Felixstowe.'],
])('What makes goods late is said where one thing does: %o.', (cause, said) => {
  expect(say('late', { ...facts.late, ...cause })).toBe(`Expected 2 hours later than promised, mostly ${said}`)
})

test('An alert of an earlier version that lacks a fact says what it said then.', () => {
  expect(say('stalled', { hours: 26, sinceAt: '2026-03-01T00:00:00Z' })).toBe(message)
})

test('What customs does with goods is said in each of its states.', () => {
  const hold = facts['customs-hold']
  expect(say('customs-hold', { ...hold, documents: null })).toBe('Customs of United Kingdom asks for documents.')
  expect(say('customs-hold', { ...hold, state: 'examination' })).toBe('Customs of United Kingdom examines the goods.')
  expect(say('customs-hold', { ...hold, state: 'refused' })).toBe(
    'Customs of United Kingdom refuses the goods. No arrival can be promised.',
  )
})
