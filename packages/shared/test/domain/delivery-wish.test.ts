import { daysToChoose, mayWish } from '@lading/shared/domain/delivery-wish'
import { shipmentStates } from '@lading/shared/domain/shipment-state'
import { expect, it } from 'vitest'

const zone = 'Europe/Amsterdam'
const now = new Date('2026-03-29T12:00:00Z')
const first = (earliest: string | null, at = now, where = zone) => daysToChoose({ earliest, zone: where }, at)[0]

it('Ten days may be chosen, from the one on which it may arrive first, as the calendar at the door says.', () => {
  const days = daysToChoose({ earliest: '2026-04-02T22:30:00Z', zone }, now)
  expect(days).toHaveLength(10)
  expect([days[0], days[9]]).toEqual(['2026-04-03', '2026-04-12'])
})

it('Not before tomorrow, which is another day at the other end of the world.', () => {
  expect(first('2026-03-20T10:00:00Z')).toBe('2026-03-30')
  expect(first(null)).toBe('2026-03-30')
  expect(first(null, new Date('2026-03-29T22:30:00Z'))).toBe('2026-03-31')
  expect(first(null, now, 'Pacific/Auckland')).toBe('2026-03-31')
  expect(first(null, now, 'Pacific/Honolulu')).toBe('2026-03-30')
})

it('It is too late once it is on the vehicle, waits elsewhere or is over; after a failed attempt it is not.', () => {
  expect(shipmentStates.filter(mayWish)).toEqual(['pending', 'info-received', 'in-transit', 'attempt-failed', 'exception'])
})
