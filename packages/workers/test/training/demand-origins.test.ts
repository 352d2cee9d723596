import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originsOf, spansAt } from '../../src/training/demand-origins.ts'

const dayMs = 86_400_000
const dayOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)

describe('Where tests of forecasts begin', () => {
  it('Nothing that is asked is still to come, there is something to learn from before, and no day counts twice for a span.', () => {
    const now = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') })
    fc.assert(
      fc.property(now, fc.integer({ min: 0, max: 900 }), (nowMs, daysKnown) => {
        const from = dayOf(nowMs - daysKnown * dayMs)
        const origins = originsOf({ from }, new Date(nowMs))
        expect(origins).toEqual(origins.toSorted().reverse())
        expect(origins.length).toBeLessThanOrEqual(12)
        for (const origin of origins) {
          expect(Date.parse(origin) + 28 * dayMs).toBeLessThan(nowMs)
          expect(Date.parse(origin) - Date.parse(from)).toBeGreaterThanOrEqual(56 * dayMs)
        }
        for (const span of [1, 7, 28]) {
          const starts = origins.filter((origin) => spansAt(origin).includes(span)).map((origin) => Date.parse(origin) / dayMs)
          for (const [at, start] of starts.slice(1).entries()) expect((starts[at] as number) - start).toBeGreaterThanOrEqual(span)
        }
        if (daysKnown > 300) expect(origins).toHaveLength(12)
        if (daysKnown < 80) expect(origins).toEqual([])
      }),
    )
  })

  it('The same days are tested today and tomorrow, until a fortnight is over.', () => {
    const at = (day: string) => originsOf({ from: '2024-01-01' }, new Date(`${day}T08:00:00Z`))
    const days = Array.from({ length: 15 }, (_, ahead) => at(dayOf(Date.parse('2026-05-04') + ahead * dayMs))[0])
    expect(new Set(days).size).toBe(2)
  })
})
