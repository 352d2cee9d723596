import { catalogue } from './catalogue.ts'
import { dateOf, dayOf, usualPerDay, warehouseCodes } from './sold-on.ts'
import { deliveriesOf } from './supplier.ts'

const pastDays = 360
const everyDays = 60

type PastOrder = {
  number: string
  warehouse: string
  orderedAt: string
  lines: { product: string; quantity: number }[]
  /** What came together, by when. */
  receipts: { externalId: string; at: string; lines: { product: string; quantity: number }[] }[]
}

/** Orders of the last year that have come in whole: one each two months for each lead time and warehouse. */
export const pastOrders = (nowMs: number): PastOrder[] => {
  const today = dayOf(nowMs)
  const byLeadTime = Map.groupBy(catalogue, ({ leadTimeDays }) => leadTimeDays)
  return warehouseCodes.flatMap((warehouse, at) =>
    [...byLeadTime].flatMap(([agreedDays, range]) =>
      Array.from({ length: pastDays / everyDays }, (_, index): PastOrder => {
        const day = today - pastDays + index * everyDays + ((agreedDays * 7 + at * 11) % 30)
        const orderedAt = `${dateOf(day)}T09:00:00.000Z`
        const number = `PO-${dateOf(day).replaceAll('-', '')}-${warehouse}-${agreedDays}`
        const lines = range.map((line) => ({
          product: line.product.sku,
          quantity: Math.max(
            1,
            Math.round((usualPerDay(line, at) * everyDays) / (line.product.packSize ?? 1)) * (line.product.packSize ?? 1),
          ),
        }))
        const parts = lines.map(({ product, quantity }) => ({ product, parts: deliveriesOf({ number, orderedAt, quantity, agreedDays }) }))
        const receipts = [0, 1].flatMap((part) => {
          const came = parts.flatMap(({ product, parts: its }) => {
            const quantity = (its[part]?.until ?? 0) - (its[part - 1]?.until ?? 0)
            return quantity > 0 ? { product, quantity } : []
          })
          const atMs = parts[0]?.parts[part]?.atMs
          return came.length > 0 && atMs !== undefined
            ? { externalId: `delivery/${part}`, at: new Date(atMs).toISOString(), lines: came }
            : []
        })
        return { number, warehouse, orderedAt, lines, receipts }
      }).filter(({ receipts }) => receipts.every((receipt) => Date.parse(receipt.at) < nowMs)),
    ),
  )
}
