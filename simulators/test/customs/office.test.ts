import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterOpenHours, isOpen, officeHours, whenOpen } from '../../src/customs/office.ts'
import { hourMs } from '../../src/movement/movement.ts'
import { airports } from '../../src/places/airports.ts'
import { borders } from '../../src/places/borders.ts'
import { port } from '../../src/places/ports.ts'

const rotterdam = port('NLRTM')
const at = (text: string) => Date.parse(text)

describe('an office of customs', () => {
  it('works by the clock of its place, not at night and not at the week-end', () => {
    const works = (text: string) => isOpen(officeHours(rotterdam), rotterdam.zone, at(text))
    // A Friday in summer: two hours ahead of UTC.
    expect(works('2026-06-05T05:29:00Z')).toBe(false)
    expect(works('2026-06-05T05:30:00Z')).toBe(true)
    expect(works('2026-06-05T15:29:00Z')).toBe(true)
    expect(works('2026-06-05T15:30:00Z')).toBe(false)
    expect(works('2026-06-06T10:00:00Z')).toBe(false)
    // In winter it opens an hour later by UTC.
    expect(works('2026-12-04T05:30:00Z')).toBe(false)
    expect(works('2026-12-04T06:30:00Z')).toBe(true)
  })

  it('goes on after the week-end with what it has not finished on Friday', () => {
    const done = afterOpenHours(rotterdam, at('2026-06-05T14:30:00Z'), 3)
    expect(new Date(done).toISOString()).toBe('2026-06-08T07:30:00.000Z')
    expect(whenOpen(rotterdam, at('2026-06-06T12:00:00Z'))).toBe(at('2026-06-08T05:30:00Z'))
  })

  it('is never quicker than the clock, is open when it is done, and takes longer for more', () => {
    const places = [rotterdam, airports.USORD, borders.basel, port('AUSYD')]
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.integer({ min: 0, max: 400 }),
        fc.double({ min: 0.1, max: 40, noNaN: true }),
        (place, hour, hours) => {
          const fromMs = at('2026-03-20T00:00:00Z') + hour * hourMs
          const doneMs = afterOpenHours(place, fromMs, hours)
          expect(doneMs).toBeGreaterThanOrEqual(fromMs + hours * hourMs - 1)
          expect(afterOpenHours(place, fromMs, hours + 1)).toBeGreaterThan(doneMs)
          expect(isOpen(officeHours(place), place.zone, doneMs - 60_000)).toBe(true)
        },
      ),
      { numRuns: 100 },
    )
  })
})
