import { channels } from '@lading/shared/domain/customs-channel'
import { expect, it } from 'vitest'
import { publishedTables } from '../../src/customs/published.ts'
import { pastClearances } from '../../src/demo/past-clearances.ts'
import { pastJourneys } from '../../src/demo/past-journeys.ts'

it('The clearances that a demonstration brings along are those of its past journeys, and are over.', { timeout: 30_000 }, () => {
  const nowMs = Date.parse('2026-06-01T00:00:00Z')
  const journeys = pastJourneys('a', nowMs, 40)
  const [heading = '', ...rows] = pastClearances(journeys).split('\n')
  const columns = heading.split(',')
  const cleared = journeys.flatMap(({ clearance }) => clearance ?? [])
  expect(rows).toHaveLength(cleared.length)
  expect(cleared.some(({ missingDocuments }) => missingDocuments.length > 0)).toBe(true)
  for (const [index, row] of rows.entries()) {
    const cells = row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    const field = (name: string) => cells[columns.indexOf(name)] ?? ''
    expect(cells).toHaveLength(columns.length)
    expect(field('country')).toBe(cleared[index]?.country)
    expect(channels).toContain(field('channel'))
    expect(['sea', 'air', 'road', 'rail', 'parcel']).toContain(field('mode'))
    expect(field('hs_code')).toMatch(/^\d{6}$/)
    expect(field('missing_documents').replaceAll('"', '')).toBe(cleared[index]?.missingDocuments.join(';'))
    expect(Date.parse(field('cleared_at'))).toBeGreaterThan(Date.parse(field('submitted_at')))
    expect(Date.parse(field('cleared_at'))).toBeLessThan(nowMs)
  }
})

it('Whatever country its past leads into, something is published about it.', { timeout: 30_000 }, () => {
  const countries = new Set(pastJourneys('a', Date.parse('2026-06-01T00:00:00Z'), 60).flatMap(({ clearance }) => clearance?.country ?? []))
  for (const { csv } of publishedTables()) {
    const listed = csv.split('\n').map((row) => row.slice(0, 2))
    expect([...countries].filter((country) => !listed.includes(country))).toEqual([])
  }
})
