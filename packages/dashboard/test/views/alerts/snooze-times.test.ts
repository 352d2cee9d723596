import { longestSnoozeMs } from '@lading/shared/domain/alert-handling'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snoozeTimes, toLocalField } from '../../../src/views/alerts/snooze-times.ts'

const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })

test('Whatever time it is, every time that is offered is to come and allowed; mornings are at eight and the week begins on a Monday.', () => {
  fc.assert(
    fc.property(moments, (now) => {
      const times = snoozeTimes(now.getTime())
      for (const { atMs } of times) {
        expect(atMs).toBeGreaterThan(now.getTime())
        expect(atMs - now.getTime()).toBeLessThan(longestSnoozeMs)
      }
      const [tomorrow, week] = times.slice(2).map(({ atMs }) => new Date(atMs)) as [Date, Date]
      expect([tomorrow.getHours(), week.getHours(), week.getDay()]).toEqual([8, 8, 1])
    }),
  )
})

test('A field has the viewer’s own time, to the minute.', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      expect(new Date(toLocalField(moment.getTime())).getTime()).toBe(Math.floor(moment.getTime() / 60_000) * 60_000)
    }),
  )
})
