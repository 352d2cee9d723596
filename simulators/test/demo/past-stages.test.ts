import { expect, it } from 'vitest'
import { pastJourneys } from '../../src/demo/past-journeys.ts'
import { pastStages } from '../../src/demo/past-stages.ts'

it('The past that a demonstration brings along is over, the same for the same seed, and has every kind of stage and its hours.', {
  timeout: 30_000,
}, () => {
  const nowMs = Date.parse('2026-06-01T00:00:00Z')
  const text = pastStages(pastJourneys('a', nowMs, 20))
  expect(pastStages(pastJourneys('a', nowMs, 20))).toBe(text)
  const [heading = '', ...rows] = text.split('\n')
  const columns = heading.split(',')
  expect(rows.length).toBeGreaterThan(80)
  const kinds = new Set<string>()
  for (const row of rows) {
    const cells = row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    const field = (name: string) => cells[columns.indexOf(name)] ?? ''
    expect(cells).toHaveLength(columns.length)
    kinds.add(field('stage'))
    const hours = Number(field('actual_hours'))
    expect(hours).toBeGreaterThan(0)
    expect(Date.parse(field('started_at')) + hours * 3_600_000).toBeLessThan(nowMs)
  }
  expect([...kinds].sort()).toEqual(['border', 'dwell', 'leg'])
})

it('In that past goods have waited for customs too: no wait at the border of their country ended before the release.', {
  timeout: 30_000,
}, () => {
  const journeys = pastJourneys('a', Date.parse('2026-06-01T00:00:00Z'), 40)
  const rows = pastStages(journeys).split('\n')
  const cleared = journeys.flatMap(({ clearance, legs }, number) => (clearance ? [{ number, clearance, legs }] : []))
  expect(cleared.some(({ clearance }) => clearance.channel === 'examination')).toBe(true)
  for (const { number, clearance, legs } of cleared) {
    const wait = rows.find((row) => row.startsWith(`wait-${number}-${clearance.legSequence - 1},`)) ?? ''
    const cells = wait.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    expect(cells[1]).toBe('border')
    const arrivedMs = legs[clearance.legSequence - 2]?.arrivalMs ?? 0
    // Hours are written to a hundredth.
    expect(Number(cells[9])).toBeGreaterThan((clearance.releasedMs - arrivedMs) / 3_600_000 - 0.01)
  }
})
