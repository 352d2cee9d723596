import { comesBack } from '@lading/workers/models/alerts/comes-back'
import { freeTime } from '@lading/workers/models/alerts/free-time'
import type { Finding } from '@lading/workers/models/alerts/rule'
import { describe, expect, test } from 'vitest'
import { at, threeLegs } from '../../a-journey.ts'
import { customsCase, entry } from '../customs/a-case.ts'
import { opened, seen } from './seen.ts'

const arrived = threeLegs().map((leg) => (leg.sequence === 1 ? { ...leg, actualDeparture: at(2), actualArrival: at(12) } : leg))
const gone = arrived.map((leg) => (leg.sequence === 2 ? { ...leg, actualDeparture: at(20) } : leg))
const look = (freeUntilHours: number | null, legs = arrived, lastFreeDay = '2026-03-04') => {
  const its = freeUntilHours === null ? entry() : entry({ lastFreeDay, freeUntil: at(freeUntilHours).toISOString() })
  return freeTime(seen({ shipment: { ...seen().shipment, customs: [customsCase(its)] }, legs, now: at(16) }), undefined)
}

describe('The free time of goods where they are cleared', () => {
  test.each([
    ['ends in less than two days', 16 + 47.5, 'warning', 47],
    ['ends within the hour', 16.5, 'warning', 0],
    ['is over', 15.5, 'critical', -1],
  ] as const)('is an alert when it %s', (_, hours, severity, hoursLeft) => {
    expect(look(hours)).toMatchObject({ severity, facts: { hoursLeft, country: 'GB', legSequence: 2, lastFreeDay: '2026-03-04' } })
  })

  test.each([
    ['nobody said when it ends', null, arrived],
    ['there are two days left', 16 + 48, arrived],
    ['the goods are not there yet', 15, threeLegs()],
    ['the goods have left', 15, gone],
  ] as const)('is none while %s', (_, hours, legs) => expect(look(hours, [...legs])).toBe('over'))

  test('comes back when it is set aside and ends on another day, is over, or three days more have been charged', () => {
    const back = (then: number, now: Finding | string) => {
      const open = opened('free-time', look(then) as Finding)
      const aside = { ...open, resolvedAt: at(16), setAside: { severity: open.severity, facts: open.facts } }
      return comesBack(aside, now as Finding, at(16))
    }
    expect(back(40, look(30))).toBe(false)
    expect(back(40, look(15))).toBe(true)
    expect(back(40, look(40, arrived, '2026-03-06'))).toBe(true)
    expect(back(15, look(-10))).toBe(false)
    expect(back(15, look(-58))).toBe(true)
  })
})
