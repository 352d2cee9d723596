import { expect, it } from 'vitest'
import { pastStages } from '../../src/demo/past-stages.ts'

it('The past that a demonstration brings along is over, the same for the same seed, and has every kind of stage and its hours.', () => {
  const nowMs = Date.parse('2026-06-01T00:00:00Z')
  const text = pastStages('a', nowMs, 20)
  expect(pastStages('a', nowMs, 20)).toBe(text)
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
