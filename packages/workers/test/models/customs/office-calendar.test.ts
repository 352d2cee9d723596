import { openHours } from '@lading/models/customs/clearance/open-hours'
import { officeCalendar } from '@lading/workers/models/customs/office-calendar'
import { publicHolidays } from '@lading/workers/training/public-holidays'
import { describe, expect, test } from 'vitest'

const week = {
  mon: [
    ['08:00', '12:00'],
    ['13:00', '17:30'],
  ],
  tue: [['08:00', '17:30']],
  sat: [['08:00', '12:00']],
} satisfies Record<string, [string, string][]>
const never = () => false

describe('an office', () => {
  const isOpen = officeCalendar({ hours: week, zone: 'Europe/Amsterdam' }, never)
  test.each([
    ['2026-01-05T07:00:00Z', true, 'on Monday at 8 in winter'],
    ['2026-01-05T06:59:00Z', false, 'a minute before'],
    ['2026-01-05T11:30:00Z', false, 'over lunch'],
    ['2026-07-06T06:00:00Z', true, 'on Monday at 8 in summer'],
    ['2026-01-07T10:00:00Z', false, 'on a Wednesday, of which nothing is said'],
    ['2026-01-10T10:00:00Z', true, 'on Saturday morning'],
    ['2026-01-10T11:00:00Z', false, 'on Saturday at noon'],
  ])('at %s is open: %s, %s', (instant, open) => expect(isOpen(Date.parse(instant))).toBe(open))

  test('works as many hours a week as it says, in a week with a change of the clock too', () => {
    for (const monday of ['2026-01-05', '2026-03-23', '2026-10-19'])
      expect(openHours(isOpen, Date.parse(`${monday}T00:00:00Z`), Date.parse(`${monday}T00:00:00Z`) + 7 * 86_400_000)).toBe(8.5 + 9.5 + 4)
  })

  test('is closed on holidays, which are days of its own zone', () => {
    const auckland = officeCalendar({ hours: { fri: [['08:00', '16:00']] }, zone: 'Pacific/Auckland' }, (day) => day === '2026-12-25')
    // Friday the 25th begins there while it is Thursday in London.
    expect(auckland(Date.parse('2026-12-24T20:00:00Z'))).toBe(false)
    expect(auckland(Date.parse('2026-12-31T20:00:00Z'))).toBe(true)
  })
})

describe('public holidays', () => {
  test.each([
    ['DE', '2026-12-25', true],
    ['DE', '2026-12-24', false],
    ['GB', '2026-12-28', true],
    ['US', '2026-11-26', true],
    ['CN', '2026-10-02', true],
    // Half a day off for women closes no office.
    ['CN', '2026-03-08', false],
    // The feast of breaking the fast lasts four days.
    ['SA', '2026-03-22', true],
    ['ZZ', '2026-12-25', false],
  ])('of %s: %s is one: %s', async (country, day, isOne) => expect((await publicHolidays(country))(day)).toBe(isOne))
})
