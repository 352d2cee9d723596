import type { Hazard } from '@lading/shared/contract/hazard'
import { expect, test } from 'vitest'
import { nowMs } from '../../../src/state/clock.ts'
import { currentHazards, hazards } from '../../../src/state/map/areas.ts'

const hazard = (id: string, validFrom: string, validUntil: string | null) => ({ id, validFrom, validUntil }) as Hazard
const told = () => currentHazards.value.map(({ id, isAnnounced }) => `${id}${isAnnounced ? ' announced' : ''}`)

test('The map has hazards that are there or announced, and is told again only when one begins or ends.', () => {
  nowMs.value = Date.parse('2026-03-02T12:00:00Z')
  hazards.value = [
    hazard('open', '2026-03-01T00:00:00Z', null),
    hazard('soon', '2026-03-02T13:00:00Z', '2026-03-02T15:00:00Z'),
    hazard('past', '2026-03-01T00:00:00Z', '2026-03-02T11:00:00Z'),
  ]
  expect(told()).toEqual(['open', 'soon announced'])
  const before = currentHazards.value
  nowMs.value += 30 * 60_000
  expect(currentHazards.value).toBe(before)
  nowMs.value = Date.parse('2026-03-02T13:00:00Z')
  expect(told()).toEqual(['open', 'soon'])
  nowMs.value = Date.parse('2026-03-02T15:00:00Z')
  expect(told()).toEqual(['open'])
})
