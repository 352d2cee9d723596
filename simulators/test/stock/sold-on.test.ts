import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/stock/catalogue.ts'
import { askedOn, dayOf, isPromoted, promotionsBetween } from '../../src/stock/sold-on.ts'

const today = dayOf(Date.parse('2026-11-22T10:00:00Z'))
const line = (kind: string) => {
  const found = catalogue.find(({ pattern }) => pattern.kind === kind)
  if (!found) throw new Error(`nothing is ${kind}`)
  return found
}
const asked = (kind: string, days = 728) => Array.from({ length: days }, (_, back) => askedOn('lading', line(kind), 0, today - back))
const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length

describe('What customers of the demonstration ask for', () => {
  it('is the same however often it is asked, and differs by day and warehouse', () => {
    expect(asked('smooth')).toEqual(asked('smooth'))
    expect(new Set(asked('smooth', 50)).size).toBeGreaterThan(8)
  })

  it('is about what the range says', () => {
    for (const kind of ['smooth', 'seasonal', 'intermittent'] as const) {
      const { perDay } = line(kind).pattern
      expect(mean(asked(kind)), kind).toBeGreaterThan(0.7 * perDay)
      expect(mean(asked(kind)), kind).toBeLessThan(1.4 * perDay)
    }
  })

  it('is mostly nothing for what is asked for now and then, and twice as much while a promotion runs', () => {
    expect(asked('intermittent').filter((quantity) => quantity === 0).length / 728).toBeGreaterThan(0.75)
    const promoted = line('promoted')
    const days = Array.from({ length: 728 }, (_, back) => today - back)
    const during = days.filter((day) => isPromoted(promoted, day))
    const outside = days.filter((day) => !isPromoted(promoted, day))
    const of = (some: number[]) => mean(some.map((day) => askedOn('lading', promoted, 0, day)))
    expect(of(during) / of(outside)).toBeGreaterThan(1.8)
    expect(promotionsBetween(promoted, today - 728, today).length).toBeGreaterThanOrEqual(12)
  })
})
