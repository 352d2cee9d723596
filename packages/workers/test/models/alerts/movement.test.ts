import { pointAlong } from '@lading/shared/geo/along-route'
import type { TrackedDevice } from '@lading/store/postgres/tracking/tracked-shipment'
import { late } from '@lading/workers/models/alerts/late'
import { offRoute } from '@lading/workers/models/alerts/off-route'
import { silentDevice } from '@lading/workers/models/alerts/silent-device'
import { needsLongerLook, stalled } from '@lading/workers/models/alerts/stalled'
import { describe, expect, test } from 'vitest'
import { antwerp, at, felixstowe, leg, threeLegs } from '../../a-journey.ts'
import { opened, seen } from './seen.ts'

const road = { ...leg(1, 'road', antwerp, felixstowe, [2, 12]), actualDeparture: at(2) }
const onRoute = pointAlong(road.route, 100)
const standing = (from: number, until: number, where = onRoute) =>
  Array.from({ length: Math.floor((until - from) * 2) + 1 }, (_, step) => ({ ...where, atMs: at(from + step / 2).getTime() }))
const onRoad = (some: Parameters<typeof seen>[0]) => seen({ legs: [road], leg: road, ...some })

describe('stalled', () => {
  test("A driver's rest of 11 hours is none; more than 12 are.", () => {
    expect(stalled(onRoad({ fixes: standing(4, 15), now: at(15) }), undefined)).toBe('unclear')
    expect(stalled(onRoad({ fixes: standing(4, 16.5), now: at(16.5) }), undefined)).toMatchObject({
      severity: 'warning',
      message: 'No movement for 12 hours, between Antwerp and Felixstowe.',
      facts: { hours: 12, sinceAt: at(4).toISOString() },
    })
  })

  test('A ship may lie at anchor for a day.', () => {
    expect(stalled(seen({ fixes: standing(3, 26), now: at(26) }), undefined)).toBe('unclear')
    expect(stalled(seen({ fixes: standing(3, 28), now: at(28) }), undefined)).toMatchObject({ facts: { hours: 25 } })
  })

  test('Waiting at either end of the leg, or before departure, is no stalling.', () => {
    expect(stalled(onRoad({ fixes: standing(4, 30, felixstowe), now: at(30) }), undefined)).toBe('over')
    expect(stalled(onRoad({ leg: { ...road, actualDeparture: null }, fixes: standing(4, 30), now: at(30) }), undefined)).toBe('over')
  })

  test('Silence is not standing still.', () => {
    expect(stalled(onRoad({ fixes: standing(4, 5), now: at(30) }), undefined)).toBe('unclear')
  })

  test('Open, it goes on although only the last hours are at hand, and is over when the goods move.', () => {
    const open = opened('stalled', stalled(onRoad({ fixes: standing(4, 17), now: at(17) }), undefined))
    expect(stalled(onRoad({ fixes: standing(20, 22), now: at(22) }), open)).toMatchObject({
      facts: { hours: 18, sinceAt: at(4).toISOString() },
    })
    const moving = [...standing(20, 22), { ...pointAlong(road.route, 110), atMs: at(22.5).getTime() }]
    expect(stalled(onRoad({ fixes: moving, now: at(22.5) }), open)).toBe('over')
  })

  test('Older fixes are asked for only when those at hand cannot tell.', () => {
    expect(needsLongerLook({ leg: road, fixes: standing(4, 6) })).toBe(true)
    expect(needsLongerLook({ leg: road, fixes: [{ ...antwerp, atMs: at(3).getTime() }, ...standing(4, 6)] })).toBe(false)
    expect(needsLongerLook({ leg: road, fixes: standing(4, 6, felixstowe) })).toBe(false)
    expect(needsLongerLook({ leg: undefined, fixes: standing(4, 6) })).toBe(false)
  })
})

describe('off route', () => {
  // Degrees of latitude that are so many kilometres beside a route that runs east to west.
  const aside = (km: number) => ({ lat: onRoute.lat + km / 111, lon: onRoute.lon })

  test('Within the corridor nothing is wrong; three fixes outside are.', () => {
    expect(offRoute(onRoad({ fixes: standing(4, 5, aside(20)) }), undefined)).toBe('over')
    expect(offRoute(onRoad({ fixes: standing(4, 4.5, aside(90)) }), undefined)).toBe('unclear')
    expect(offRoute(onRoad({ fixes: standing(4, 5, aside(90)) }), undefined)).toMatchObject({ severity: 'warning' })
    expect(offRoute(onRoad({ fixes: standing(4, 5, aside(250)) }), undefined)).toMatchObject({ severity: 'critical' })
  })

  test('Open, it closes only well within the corridor, and when the leg is over.', () => {
    const open = opened('off-route', offRoute(onRoad({ fixes: standing(4, 5, aside(90)) }), undefined))
    const width = Number(open.facts.corridorKm)
    expect(offRoute(onRoad({ fixes: standing(5, 6, aside(width * 0.9)) }), open)).toBe('unclear')
    expect(offRoute(onRoad({ fixes: standing(5, 6, aside(width * 0.5)) }), open)).toBe('over')
    expect(offRoute(onRoad({ fixes: standing(5, 6, aside(90)), leg: undefined }), open)).toBe('over')
  })

  test('What was worst is remembered.', () => {
    const open = opened('off-route', offRoute(onRoad({ fixes: standing(4, 5, aside(150)) }), undefined))
    expect(offRoute(onRoad({ fixes: standing(5, 6, aside(100)) }), open)).toMatchObject({ facts: { worstKm: open.facts.worstKm } })
  })
})

describe('a silent device', () => {
  const device = (some: Partial<TrackedDevice> = {}): TrackedDevice => ({
    deviceId: 'tracker',
    from: at(2),
    until: null,
    reportIntervalS: 900,
    lastRecordedAt: at(5),
    ...some,
  })
  const withDevice = (some: Partial<TrackedDevice>, more: Parameters<typeof seen>[0] = {}) =>
    seen({ shipment: { ...seen().shipment, devices: [device(some)] }, ...more })

  test.each<[string, Partial<TrackedDevice>, number, boolean]>([
    ['its last report is within four intervals', {}, 5.9, false],
    ['four intervals passed', {}, 6.1, true],
    ['one that reports every minute gets half an hour all the same', { reportIntervalS: 60 }, 5.4, false],
    ['and no more', { reportIntervalS: 60 }, 5.6, true],
    ['its assignment is over', { until: at(5.5) }, 20, false],
    ['it never reported, but the journey should not have begun yet', { lastRecordedAt: null, from: at(-5) }, 1.5, false],
    ['it never reported since the journey should have begun', { lastRecordedAt: null, from: at(-5) }, 3.5, true],
  ])('%s', (_, some, hours, silent) => {
    const verdict = silentDevice(withDevice(some, { now: at(hours) }), undefined)
    expect(verdict !== 'over').toBe(silent)
  })

  test('The alert names the device and grows critical.', () => {
    expect(silentDevice(withDevice({}, { now: at(8) }), undefined)).toMatchObject({
      severity: 'warning',
      facts: { deviceId: 'tracker', minutes: 180 },
      message: 'Device tracker has not reported for 3 hours; it should every 15 minutes.',
    })
    expect(silentDevice(withDevice({}, { now: at(12) }), undefined)).toMatchObject({ severity: 'critical' })
  })

  test('A journey that is announced when it is well under way is not silent from the start.', () => {
    const announced = (createdAt: Date, now: Date) =>
      silentDevice(
        seen({ shipment: { ...seen().shipment, createdAt, trackedUntil: null, devices: [device({ lastRecordedAt: null })] }, now }),
        undefined,
      )
    expect(announced(at(100), at(100.5))).toBe('over')
    expect(announced(at(100), at(101.5))).toMatchObject({ facts: { minutes: 90 } })
  })

  test('In flight it may be silent for as long as the flight takes.', () => {
    const flight = { ...leg(1, 'air', antwerp, felixstowe, [2, 12]), actualDeparture: at(2) }
    expect(silentDevice(withDevice({}, { leg: flight, now: at(12) }), undefined)).toBe('over')
    expect(silentDevice(withDevice({}, { leg: flight, now: at(17) }), undefined)).not.toBe('over')
  })
})

describe('late', () => {
  const expected = (p10: number, p50: number) => late(seen({ eta: { p10: at(p10), p50: at(p50) } }), undefined)

  test.each<[string, number, number, string]>([
    ['in time', 28, 29, 'over'],
    ['just in time', 29, 29.9, 'unclear'],
    ['more likely late than not', 29, 32, 'warning'],
    ['certainly late', 31, 32, 'critical'],
  ])('Promised for hour 30 and %s.', (_, p10, p50, outcome) => {
    const verdict = expected(p10, p50)
    expect(typeof verdict === 'string' ? verdict : verdict.severity).toBe(outcome)
  })

  test('It says by how much.', () => {
    expect(expected(31, 32)).toMatchObject({ facts: { lateMinutes: 120 }, message: 'Expected 2 hours later than promised.' })
  })

  test('Without a promise nothing is late.', () => {
    const shipment = { ...seen().shipment, promisedAt: null }
    expect(late(seen({ shipment, eta: { p10: at(90), p50: at(99) } }), undefined)).toBe('over')
  })

  test('What was announced a moment ago is not late before anything was heard of it.', () => {
    const announced = (hours: number) => {
      const shipment = { ...seen().shipment, createdAt: at(6), trackedUntil: null }
      return late(seen({ shipment, eta: { p10: at(31), p50: at(32) }, now: at(hours) }), undefined)
    }
    expect(announced(6.2)).toBe('unclear')
    expect(announced(6.6)).toMatchObject({ severity: 'critical' })
  })

  test('A leg of the plan is not a promise.', () => {
    expect(late(seen({ legs: threeLegs(), eta: { p10: at(28.5), p50: at(29) } }), undefined)).toBe('over')
  })
})
