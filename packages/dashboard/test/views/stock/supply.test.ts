import type { ArrivalReason } from '@lading/shared/contract/purchase-order'
import { arrivalReasons } from '@lading/shared/domain/stock'
import { describe, expect, it, test } from 'vitest'
import { sayWindow, windowOf } from '../../../src/views/stock/arrival-window.ts'
import { sayArrivalReason } from '../../../src/views/stock/say-arrival-reason.ts'

const at = (day: string) => `2026-08-${day}T12:00:00.000Z`
const arrival = (p10: string, p50: string, p90: string) => ({ p10: at(p10), p50: at(p50), p90: at(p90) })

test('An order comes from when the first part of it may until the last one has.', () => {
  expect(windowOf([{ arrival: arrival('10', '12', '14') }, { arrival: null }, { arrival: arrival('09', '11', '20') }])).toEqual(
    arrival('09', '12', '20'),
  )
  expect(windowOf([{ arrival: null }])).toBeUndefined()
})

test('A window is said as its middle and its ends, and as one day where it is one.', () => {
  expect(sayWindow(arrival('10', '12', '14'), 'UTC')).toBe('12 Aug (10 Aug – 14 Aug)')
  expect(sayWindow(arrival('12', '12', '12'), 'UTC')).toBe('12 Aug')
})

describe('What an arrival rests on is said in words', () => {
  it.each([
    [{ code: 'on-shipment', values: { trackingNumber: 'LD1', quantity: 1200 } }, '1,200 on shipment LD1, as that is to arrive'],
    [{ code: 'promised', values: { at: at('12') } }, 'The supplier said Wed 12 Aug.'],
    [
      { code: 'past-orders', values: { count: 3, meanDays: 31.26, agreedDays: 30 } },
      '3 earlier orders took 31.3 days on average; agreed are 30.',
    ],
    [{ code: 'agreed', values: { days: 2 } }, 'As agreed, 2 days: none has come before.'],
    [{ code: 'sooner', values: { days: 6 } }, 'Expedited by 6 days.'],
  ] satisfies [ArrivalReason, string][])('%o', (reason, words) => expect(sayArrivalReason(reason, 'UTC')).toBe(words))

  it('and every code has words.', () => {
    const values = { count: 1, quantity: 1, days: 1, trackingNumber: 'LD1', at: at('12'), meanDays: 1, agreedDays: 1 }
    for (const code of arrivalReasons) expect(sayArrivalReason({ code, values })).not.toMatch(/^$|arrival-why/)
  })
})
