import { expect, test } from 'vitest'
import { formatWindow } from '../../src/format/window.ts'

const now = Date.parse('2026-08-02T10:00:00Z')
const write = (from: string, until: string, zone: string) => formatWindow(Date.parse(from), Date.parse(until), zone, now)

test.each([
  ['within a day', '2026-08-04T12:00:00Z', '2026-08-04T16:00:00Z', 'Europe/Amsterdam', 'Tue 14:00 – 18:00'],
  ['over midnight', '2026-08-04T12:00:00Z', '2026-08-05T00:00:00Z', 'Europe/Amsterdam', 'Tue 14:00 – Wed 02:00'],
  ['in the zone of the place', '2026-08-04T12:00:00Z', '2026-08-04T16:00:00Z', 'Asia/Shanghai', 'Tue 20:00 – Wed 00:00'],
  ['over the end of summer time', '2026-10-24T22:00:00Z', '2026-10-25T03:00:00Z', 'Europe/Amsterdam', 'Sun 25 Oct, 00:00 – 04:00'],
  ['weeks ahead', '2026-08-24T12:00:00Z', '2026-08-25T00:00:00Z', 'Europe/Amsterdam', 'Mon 24 Aug, 14:00 – Tue 25 Aug, 02:00'],
  ['of several days', '2026-08-24T12:00:00Z', '2026-08-28T00:00:00Z', 'Europe/Amsterdam', 'Mon 24 Aug – Fri 28 Aug'],
])('A window %s is as precise as it deserves.', (_, from, until, zone, expected) => {
  expect(write(from, until, zone)).toBe(expected)
})
