import { lowBattery } from '@lading/workers/models/alerts/low-battery'
import type { Finding } from '@lading/workers/models/alerts/rule'
import { shock } from '@lading/workers/models/alerts/shock'
import { temperature } from '@lading/workers/models/alerts/temperature'
import { describe, expect, test } from 'vitest'
import { at } from '../../a-journey.ts'
import { opened, reading, seen } from './seen.ts'

const temperatures = (...values: [hours: number, temperatureC: number][]) =>
  values.map(([hours, temperatureC]) => reading(hours, { temperatureC }))

describe('temperature', () => {
  test('Within the limits nothing is wrong, and without a reading nothing is known.', () => {
    expect(temperature(seen({ readings: temperatures([5, 4], [5.5, 7.4]) }), undefined)).toBe('over')
    expect(temperature(seen(), undefined)).toBe('unclear')
  })

  test('Without limits nothing can be wrong, and what was open closes.', () => {
    const shipment = { ...seen().shipment, limits: { temperatureMinC: null, temperatureMaxC: null, shockMaxG: null } }
    expect(temperature(seen({ shipment, readings: temperatures([5, 40], [5.5, 40]) }), undefined)).toBe('over')
  })

  test('A door that is open for a few minutes is no alarm.', () => {
    expect(temperature(seen({ readings: temperatures([5, 4], [5.1, 9], [5.2, 10], [5.25, 8.2], [5.3, 5]) }), undefined)).toBe('unclear')
  })

  test('Ten minutes outside are, with the worst figure and since when.', () => {
    const verdict = temperature(seen({ readings: temperatures([5, 4], [5.5, 8.5], [5.6, 9.4], [5.75, 8.9]) }), undefined)
    expect(verdict).toMatchObject({
      severity: 'warning',
      facts: { temperatureC: 8.9, worstC: 9.4, limitMinC: 2, limitMaxC: 8, sinceAt: at(5.5).toISOString(), minutes: 15 },
      message: 'The goods are at 8.9 °C and should be at most 8 °C; the worst so far is 9.4 °C.',
    })
  })

  test('Too cold is wrong as well.', () => {
    expect(temperature(seen({ readings: temperatures([5, 1], [5.5, 0.5]) }), undefined)).toMatchObject({ facts: { worstC: 0.5 } })
  })

  test.each([
    ['3 °C beyond the limit', temperatures([5, 11], [5.5, 11.2])],
    ['an hour outside', temperatures([4, 8.6], [5, 8.6])],
  ])('It is critical: %s.', (_, readings) => {
    expect(temperature(seen({ readings }), undefined)).toMatchObject({ severity: 'critical' })
  })

  test('An excursion that is over by the time it is reported is still told; one that was looked at before is not told again.', () => {
    const readings = temperatures([4, 10], [4.5, 10], [5, 5], [5.2, 5])
    expect(temperature(seen({ readings }), undefined)).toMatchObject({ facts: { worstC: 10 } })
    expect(temperature(seen({ readings, newSinceMs: at(4.9).getTime() }), undefined)).toBe('over')
  })

  test('Once open it closes only when two readings are well within the limits.', () => {
    const open = opened('temperature', temperature(seen({ readings: temperatures([4, 9], [5, 9.5]) }), undefined))
    expect(temperature(seen({ readings: temperatures([5, 9.5], [5.5, 7.8], [5.75, 7.8]) }), open)).not.toBe('over')
    expect(temperature(seen({ readings: temperatures([5, 9.5], [5.5, 8.5], [5.75, 7.2]) }), open)).not.toBe('over')
    expect(temperature(seen({ readings: temperatures([5, 9.5], [5.5, 7.2], [5.75, 7]) }), open)).toBe('over')
  })

  test('The worst figure is remembered beyond the readings at hand.', () => {
    const open = opened('temperature', temperature(seen({ readings: temperatures([1, 14], [1.5, 12]) }), undefined))
    expect(temperature(seen({ readings: temperatures([5.5, 9], [5.75, 9]) }), open)).toMatchObject({ facts: { worstC: 14 } })
  })

  test('Narrow limits leave a narrow margin, so that an alert can close at all.', () => {
    const shipment = { ...seen().shipment, limits: { temperatureMinC: 4, temperatureMaxC: 4.6, shockMaxG: null } }
    const open = opened('temperature', temperature(seen({ shipment, readings: temperatures([4, 9], [5, 9]) }), undefined))
    expect(temperature(seen({ shipment, readings: temperatures([5.5, 4.3], [5.75, 4.3]) }), open)).toBe('over')
  })
})

describe('shock', () => {
  const shocks = (...values: [hours: number, shockG: number][]) => values.map(([hours, shockG]) => reading(hours, { shockG }))

  test('One reading above the limit is enough; below it is nothing.', () => {
    expect(shock(seen({ readings: shocks([5, 4.9]) }), undefined)).toBe('unclear')
    expect(shock(seen({ readings: shocks([5, 6.2], [5.5, 1]) }), undefined)).toMatchObject({
      severity: 'warning',
      facts: { worstG: 6.2, shocks: 1, lastAt: at(5).toISOString() },
      message: 'The goods took a shock of up to 6.2 g; the limit is 5 g.',
    })
    expect(shock(seen({ readings: shocks([5, 11]) }), undefined)).toMatchObject({ severity: 'critical' })
  })

  test('Seen twice, a shock counts once; another one counts.', () => {
    const readings = shocks([5, 6.2])
    const open = opened('shock', shock(seen({ readings }), undefined))
    expect(shock(seen({ readings }), open)).toBe('unclear')
    expect(shock(seen({ readings: [...readings, ...shocks([5.5, 7])] }), open)).toMatchObject({ facts: { worstG: 7, shocks: 2 } })
  })

  test('It stays open for a day, so that someone looks at the goods.', () => {
    const open = opened('shock', shock(seen({ readings: shocks([5, 6.2]) }), undefined))
    expect(shock(seen({ now: at(28) }), open)).toBe('unclear')
    expect(shock(seen({ now: at(29) }), open)).toBe('over')
  })

  test('One that is reported days later does not open an alert that would close at once.', () => {
    expect(shock(seen({ readings: shocks([5, 6.2]), now: at(40) }), undefined)).toBe('unclear')
  })
})

describe('a low battery', () => {
  const battery = (...values: number[]) => seen({ readings: values.map((batteryPct, index) => reading(5 + index / 4, { batteryPct })) })

  test.each([
    [90, 'over'],
    [26, 'over'],
    [25, 'unclear'],
    [15, 'unclear'],
  ])('%d %% is %s.', (batteryPct, verdict) => {
    expect(lowBattery(battery(batteryPct, batteryPct), undefined)).toBe(verdict)
  })

  test.each([
    [14.9, 'warning'],
    [4, 'critical'],
  ])('%d %% is a %s.', (batteryPct, severity) => {
    expect((lowBattery(battery(batteryPct, batteryPct), undefined) as Finding).severity).toBe(severity)
  })

  test('A single zero among good values is a fault of the tracker, not an empty battery.', () => {
    expect(lowBattery(battery(80, 0), undefined)).toBe('unclear')
    expect(lowBattery(battery(80, 0, 80), undefined)).toBe('over')
    expect(lowBattery(battery(0), undefined)).toBe('unclear')
  })

  test('A reading without a battery leaves the word to those before.', () => {
    const readings = [reading(4, { batteryPct: 9.5 }), reading(4.5, { batteryPct: 9 }), reading(5, { temperatureC: 5 })]
    expect(lowBattery(seen({ readings }), undefined)).toMatchObject({ facts: { batteryPct: 9.5 } })
  })
})
