import { describe, expect, it } from 'vitest'
import { readSpans, weekdayName, weekdays, writeSpans } from '../../../src/views/customs/office-hours.ts'

describe('The hours of an office', () => {
  it.each([
    ['', []],
    ['08:00 – 17:30', [['08:00', '17:30']]],
    [
      '8:00-12:00, 13:00—17:00',
      [
        ['08:00', '12:00'],
        ['13:00', '17:00'],
      ],
    ],
    ['0800-2400', [['08:00', '24:00']]],
  ])('are read as people write them: %s', (text, spans) => expect(readSpans(text)).toEqual(spans))

  it.each(['around the clock', '08:00', '08:00 – 12:00 – 17:00', '8-12'])('and are not guessed: %s', (text) =>
    expect(readSpans(text)).toBeUndefined(),
  )

  it('are written so that they are read again.', () => {
    const spans: [string, string][] = [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ]
    expect(readSpans(writeSpans(spans))).toEqual(spans)
    expect(writeSpans(undefined)).toBe('')
  })

  it('begin with Monday.', () => expect(weekdays.map(weekdayName).slice(0, 2)).toEqual(['Monday', 'Tuesday']))
})
