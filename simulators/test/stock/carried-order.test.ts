import { expect, it } from 'vitest'
import { firstRequest } from '../../src/demo/plan-fleet.ts'
import { createJourney } from '../../src/journey/create-journey.ts'
import { carriedOrder } from '../../src/stock/carried-order.ts'

const nowMs = Date.parse('2026-11-22T10:00:00Z')
const journeys = Array.from({ length: 60 }, (_, number) => createJourney(firstRequest('lading', number, { nowMs, speed: 60 })))

it('What a consignment carries for a warehouse was ordered under its reference, before it left; other goods were not.', () => {
  const orders = journeys.flatMap((journey) => {
    const order = carriedOrder(journey)
    return order ? [{ journey, order }] : []
  })
  expect(orders.length).toBeGreaterThan(3)
  expect(orders.length).toBe(journeys.filter(({ booking }) => booking.items.some(({ product }) => product)).length)
  for (const { journey, order } of orders) {
    const { booking, legs } = journey
    expect(order).toMatchObject({ number: booking.reference, warehouse: legs.at(-1)?.destination.code, supplier: 'Pearl River Trading' })
    expect(order.lines.map(({ product, quantity }) => [product, quantity])).toEqual(
      booking.items.map(({ product, quantity }) => [product, quantity]),
    )
    expect(Date.parse(order.orderedAt ?? '')).toBeLessThan(legs[0]?.plannedDepartureMs ?? 0)
  }
  expect(new Set(orders.map(({ order }) => order.number)).size).toBe(orders.length)
})
