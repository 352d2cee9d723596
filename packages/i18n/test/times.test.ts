import { describe, expect, it } from 'vitest'
import { arrivalWindow } from '../src/arrival-window.ts'
import { chooseLanguage } from '../src/choose-language.ts'
import { ago, agoHoldsUntilMs, offsetAt, roughly, span, zoneName } from '../src/times.ts'
import { trackingTexts } from '../src/tracking-texts.ts'

const now = new Date('2026-03-29T12:00:00Z')

describe('Times on the tracking page', () => {
  it.each([
    ['2026-03-28T12:00:00Z', 'Europe/Amsterdam', 'UTC+01:00'],
    ['2026-03-29T12:00:00Z', 'Europe/Amsterdam', 'UTC+02:00'],
    ['2026-03-29T12:00:00Z', 'Asia/Kolkata', 'UTC+05:30'],
    ['2026-03-29T12:00:00Z', 'America/St_Johns', 'UTC-02:30'],
    ['2026-01-01T12:00:00Z', 'Europe/London', 'UTC+00:00'],
  ])('At %s the offset of %s is %s.', (at, zone, offset) => expect(offsetAt(at, zone)).toBe(offset))

  it('A zone goes by the name people use.', () => {
    expect(zoneName('2026-03-29T12:00:00Z', 'Europe/Amsterdam', 'en-GB')).toBe('Central European Time')
  })

  it.each([
    ['2026-03-29T11:59:40Z', '0 minutes ago'],
    ['2026-03-29T11:56:00Z', '4 minutes ago'],
    ['2026-03-29T10:01:00Z', '1 hour ago'],
    ['2026-03-26T12:00:00Z', '3 days ago'],
    ['2026-03-29T12:05:00Z', '0 minutes ago'],
  ])('%s was %s.', (at, words) => expect(ago(at, now, 'en-GB')).toBe(words))

  it.each([0, 0.3, 1, 59.9, 60, 61, 119, 1_439, 1_440, 10_000, -5])(
    'How long ago %d minutes are is said for as long as it is true.',
    (minutes) => {
      const at = new Date(now.getTime() - minutes * 60_000).toISOString()
      const until = agoHoldsUntilMs(at, now)
      expect(until).toBeGreaterThan(now.getTime())
      expect(ago(at, new Date(until - 1), 'en-GB')).toBe(ago(at, now, 'en-GB'))
      expect(ago(at, new Date(until), 'en-GB')).not.toBe(ago(at, now, 'en-GB'))
    },
  )

  it.each([
    [3 * 3_600_000, '3 hours'],
    [47 * 3_600_000, '2 days'],
    [86_400_000, '1 day'],
  ])('%i ms are roughly %s.', (ms, words) => expect(roughly(ms, 'en-GB')).toBe(words))

  it.each([
    [0.4, 0.9, '1 hour'],
    [2, 7.2, '2–8 hours'],
    [4, 36, '1–2 days'],
    [30, 70, '1–3 days'],
    [72, 70, '3 days'],
  ])('From %d to %d hours are %s.', (least, most, words) => expect(span(least, most, 'en-GB')).toBe(words))

  it.each([
    ['2026-03-30T10:00:00Z', '2026-03-30T14:00:00Z', 'Monday 30 March, between 12:00 and 16:00'],
    ['2026-03-30T20:00:00Z', '2026-03-31T04:00:00Z', 'between Monday 30 March, 22:00 and Tuesday 31 March, 06:00'],
    ['2026-03-30T10:00:00Z', '2026-04-02T14:00:00Z', 'between Monday 30 March and Thursday 2 April'],
    ['2027-01-01T10:00:00Z', '2027-01-03T14:00:00Z', 'between Friday, 1 January 2027 and Sunday, 3 January 2027'],
    ['2026-03-30T23:00:00Z', '2026-03-31T01:00:00Z', 'Tuesday 31 March, between 01:00 and 03:00'],
  ])('From %s until %s reads: %s.', (from, until, words) => {
    expect(arrivalWindow({ from, until, zone: 'Europe/Amsterdam' }, trackingTexts(chooseLanguage([])), now)).toBe(words)
  })
})
