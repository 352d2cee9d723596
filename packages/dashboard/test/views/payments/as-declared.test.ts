import type { LandedCostRequest } from '@lading/shared/contract/landed-cost'
import type { Shipment } from '@lading/shared/contract/shipment'
import { expect, it } from 'vitest'
import { asDeclared } from '../../../src/views/payments/as-declared.ts'

const eur = (minorUnits: number) => ({ minorUnits, currency: 'EUR' })
const request: LandedCostRequest = {
  ...{ from: 'CN', destination: 'DE', currency: 'EUR', incoterm: 'DAP' },
  lines: [{ hsCode: '640411', origin: 'VN', quantity: 1, value: eur(90_000), weightKg: '12.5', originProven: true }],
}
const entry = (country: string, lodgedAt: string | null) => ({ country, lodgedAt }) as Shipment['customs'][number]
const item = { description: 'Shoes', hsCode: '640411', quantity: 2, value: eur(100_000) }

it('Goods are held against a quote as they were declared: what is not known of them is as quoted.', () => {
  const customs = [entry('GB', '2026-05-01T09:00:00Z'), entry('NL', '2026-05-03T09:00:00Z')]
  const line = { ...item, origin: 'VN', weightKg: '12.5', originProven: true }
  expect(asDeclared({ items: [item], customs }, { request })).toEqual({ day: '2026-05-03', lines: [line] })
  const other = { ...item, origin: 'CN', weightKg: 0.1234567 }
  expect(asDeclared({ items: [other], customs }, { request })?.lines).toEqual([{ ...item, origin: 'CN', weightKg: '0.123' }])
  const unquoted = { ...item, hsCode: '850440' }
  expect(asDeclared({ items: [unquoted], customs }, { request })?.lines).toEqual([{ ...unquoted, origin: 'CN' }])
  expect(asDeclared({ items: [], customs }, { request })).toEqual({ day: '2026-05-03' })
})

it('Before goods are declared where they go there is nothing to hold against a quote.', () => {
  expect(asDeclared({ items: [item], customs: [entry('GB', '2026-05-01T09:00:00Z'), entry('NL', null)] }, { request })).toBeUndefined()
})
