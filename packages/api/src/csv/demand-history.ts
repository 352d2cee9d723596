import type { DemandDay } from '@lading/shared/contract/demand'
import { isDay } from './is-day.ts'
import { readLines } from './records-of.ts'

const needed = ['product', 'warehouse', 'day', 'quantity']
const most = 1e9
const yes = new Set(['1', 'true', 'yes', ''])
const no = new Set(['0', 'false', 'no'])

/** The days of a file with the columns product, warehouse, day, quantity and perhaps in_stock, and the line each stands on. */
export const readDemandHistory = (text: string): { days: DemandDay[]; lines: number[] } => {
  const lines: number[] = []
  const days = readLines(text, needed, ({ line, fields }, wrong) => {
    lines.push(line)
    const { product = '', warehouse = '', day = '', quantity = '', in_stock: inStock = '' } = fields
    if (!isDay(day)) wrong('day', 'not-a-day', { value: day })
    if (quantity === '' || !(Number(quantity) >= 0 && Number(quantity) <= most))
      wrong('quantity', 'not-within', { value: quantity, least: 0, most })
    const stocked = inStock.toLowerCase()
    if (!yes.has(stocked) && !no.has(stocked)) wrong('in_stock', 'not-yes-or-no', { value: inStock })
    return { product, warehouse, day, quantity: Number(quantity), inStock: !no.has(stocked) }
  })
  return { days, lines }
}
