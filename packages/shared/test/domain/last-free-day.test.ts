import { endOfDay } from '@lading/shared/domain/last-free-day'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  ['2026-03-28', 'Europe/Amsterdam', '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Amsterdam', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Amsterdam', '2026-10-25T23:00:00.000Z'],
  ['2026-06-30', 'America/Los_Angeles', '2026-07-01T07:00:00.000Z'],
  ['2026-12-31', 'Asia/Kolkata', '2026-12-31T18:30:00.000Z'],
  ['2026-02-28', 'Pacific/Kiritimati', '2026-02-28T10:00:00.000Z'],
])('%s ends in %s at %s', (day, zone, ends) => expect(endOfDay(day, zone).toISOString()).toBe(ends))

const zones = ['UTC', 'Europe/London', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns']
const dateIn = (at: number, zone: string) => new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(at)

test('The last millisecond of a day is of the day, and the next one is not, whatever clocks do.', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
      fc.constantFrom(...zones),
      (at, zone) => {
        const day = at.toISOString().slice(0, 10)
        const ends = endOfDay(day, zone).getTime()
        expect(dateIn(ends - 1, zone)).toBe(day)
        expect(dateIn(ends, zone) > day).toBe(true)
      },
    ),
  )
})
