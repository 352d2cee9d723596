import type { NewProduct } from '@lading/shared/contract/product'
import type { Api } from '../platform/api.ts'
import { warehouseCodes } from '../stock/sold-on.ts'
import { supplier } from '../stock/supplier.ts'
import { exampleRates, examplesSource } from './example-rates.ts'

const dayMs = 86_400_000

type Ordered = { product: NewProduct; supplier: string; quantity: number; daysAgo: number; expectedInDays: number }

/** Invented, as everything here: what is bought in dollars and in yuan, and still to come. */
const orders: Ordered[] = [
  {
    product: { sku: 'MOTOR-15', name: 'Electric motor, 1.5 kW', hsCode: '850152', cost: { minorUnits: 64_800, currency: 'CNY' } },
    ...{ supplier, quantity: 120, daysAgo: 33, expectedInDays: 19 },
  },
  {
    product: { sku: 'GEARBOX-40', name: 'Gearbox, 40:1', hsCode: '848340', cost: { minorUnits: 41_500, currency: 'CNY' } },
    ...{ supplier, quantity: 80, daysAgo: 27, expectedInDays: 24 },
  },
  {
    product: { sku: 'DRIVE-VF', name: 'Frequency converter', hsCode: '850440', cost: { minorUnits: 18_900, currency: 'USD' } },
    ...{ supplier: 'Great Lakes Drives', quantity: 60, daysAgo: 20, expectedInDays: 15 },
  },
]

/** Exchange rates marked as an example, and open orders in currencies of which one got dearer meanwhile: once in the life of a platform. */
export const seedCurrencies = async (api: Pick<Api, 'importRates' | 'putProduct' | 'addOrder'>, nowMs: number) => {
  await api.importRates(examplesSource, exampleRates(nowMs))
  const at = (days: number) => new Date(nowMs + days * dayMs).toISOString()
  for (const { product, quantity, daysAgo, expectedInDays, supplier } of orders) {
    await api.putProduct(product)
    await api.addOrder({
      ...{ number: `PO-${at(-daysAgo).slice(0, 10).replaceAll('-', '')}-${product.sku}`, supplier, orderedAt: at(-daysAgo) },
      warehouse: warehouseCodes[1] as string,
      lines: [{ product: product.sku, quantity, expectedAt: at(expectedInDays) }],
    })
  }
}
