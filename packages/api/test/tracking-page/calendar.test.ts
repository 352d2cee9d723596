import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../src/tracking-page/calendar.ts'

const entry = {
  uid: 'LD5Q0V7ZK2MX@track.example',
  stampedAt: new Date('2026-03-30T08:00:00.123Z'),
  from: '2026-03-30T10:00:00.000Z',
  until: '2026-03-30T14:00:00.000Z',
  summary: 'Delivery; one, of two',
  description: 'First\nsecond',
}

describe('The calendar file (RFC 5545)', () => {
  it('is one entry over the window of arrival, in UTC, that makes nobody busy.', () => {
    expect(calendarOf(entry).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Lading//Tracking page//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:LD5Q0V7ZK2MX@track.example',
      'DTSTAMP:20260330T080000Z',
      'DTSTART:20260330T100000Z',
      'DTEND:20260330T140000Z',
      'SUMMARY:Delivery\\; one\\, of two',
      'DESCRIPTION:First\\nsecond',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('has no line of more than 75 octets, tears no character apart, and reads the same unfolded.', () => {
    const summary = '荷物の到着予定'.repeat(20)
    const text = calendarOf({ ...entry, summary })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`)
  })
})
