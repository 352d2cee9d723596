import { expect, test } from 'vitest'
import { withShipments } from '../../../src/state/shipment/shipments.ts'
import { summary } from '../shipment-summary.ts'

const at = (updatedAt: string, state: 'in-transit' | 'delivered') => summary({ updatedAt, state })

test('What the feed said later is not undone by a list that was fetched earlier.', () => {
  const known = withShipments(new Map(), [at('2026-08-01T12:00:05Z', 'delivered')])
  const after = withShipments(known, [at('2026-08-01T12:00:00Z', 'in-transit')])
  expect([...after.values()].map(({ state }) => state)).toEqual(['delivered'])
})

test('A later summary replaces an earlier one and leaves the others alone.', () => {
  const other = summary({ id: '00000000-0000-4000-8000-000000000002' })
  const known = withShipments(new Map(), [at('2026-08-01T12:00:00Z', 'in-transit'), other])
  const after = withShipments(known, [at('2026-08-01T12:00:05Z', 'delivered')])
  expect([...after.values()].map(({ state }) => state)).toEqual(['delivered', 'in-transit'])
  expect(known.get(other.id)).toBe(after.get(other.id))
})

test('Nothing new means the very same map, so that nothing is drawn again.', () => {
  const known = withShipments(new Map(), [summary({ updatedAt: '2026-08-01T12:00:05Z' })])
  expect(withShipments(known, [summary({ updatedAt: '2026-08-01T12:00:00Z' })])).toBe(known)
})
