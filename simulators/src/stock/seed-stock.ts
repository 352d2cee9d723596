import { atMost } from '../demo/at-most.ts'
import type { Api } from '../platform/api.ts'
import { catalogue, stockWarehouses } from './catalogue.ts'
import { pastOrders } from './past-orders.ts'
import { askedOn, dateOf, dayOf, promotionsBetween, usualPerDay, warehouseCodes } from './sold-on.ts'
import { supplier, transferDays } from './supplier.ts'

const historyDays = 730
const plannedAheadDays = 60
const daysAtOnce = 100_000

type Deps = { api: Api; seed: string; nowMs: number }

/** The range and where it is kept. Told before any shipment names a product; told again it changes nothing. */
export const announceRange = async ({ api }: Pick<Deps, 'api'>) => {
  await Promise.all(stockWarehouses.map(api.putLocation))
  await Promise.all(catalogue.map(({ product }) => api.putProduct(product)))
  for (const { code } of stockWarehouses) await api.addWarehouse(code)
}

/** Two years of sales, past and planned promotions, terms of supply, orders of the last year, and what lies on the shelves: once in the life of a platform. */
export const seedStock = async ({ api, seed, nowMs }: Deps) => {
  const today = dayOf(nowMs)
  const days = catalogue.flatMap((line) =>
    warehouseCodes.flatMap((warehouse, at) =>
      Array.from({ length: historyDays }, (_, index) => {
        const day = today - historyDays + index
        return { product: line.product.sku, warehouse, day: dateOf(day), quantity: askedOn(seed, line, at, day), inStock: true }
      }),
    ),
  )
  // The shelves first and sales last: the first forecast then knows everything.
  await api.recordMovements(
    catalogue.flatMap((line) =>
      warehouseCodes.map((warehouse, at) => ({
        ...{ product: line.product.sku, warehouse, kind: 'count' as const, externalId: 'opening' },
        quantity: Math.round(usualPerDay(line, at) * 7 * (line.weeksOnHand[at] ?? 0)),
        at: new Date(nowMs).toISOString(),
      })),
    ),
  )
  for (const line of catalogue)
    for (const { from, until } of promotionsBetween(line, today - historyDays, today + plannedAheadDays))
      await api.addDemandEvent({
        product: line.product.sku,
        kind: 'promotion',
        name: 'Week of offers',
        from: dateOf(from),
        until: dateOf(until),
      })
  for (const { product, leadTimeDays } of catalogue)
    for (const warehouse of warehouseCodes)
      await api.putTerms(product.sku, warehouse, {
        ...{ supplier, leadTimeDays, leadTimeSdDays: 4, reviewDays: 7, serviceLevel: 0.95 },
        ...{ orderCostMinorUnits: 12_000, expediteCostMinorUnits: 60_000, expediteSavesDays: 6 },
        ...{ transferCostMinorUnits: 35_000, transferDays },
      })
  await atMost(4, pastOrders(nowMs), async ({ receipts, ...order }) => {
    const id = await api.addOrder({ ...order, supplier })
    // What came then has been sold since: the shelves were counted after it.
    if (id) for (const receipt of receipts) await api.receiveOrder(id, { ...receipt, isBooked: false })
  })
  for (let from = 0; from < days.length; from += daysAtOnce) await api.importDemand(days.slice(from, from + daysAtOnce))
}
