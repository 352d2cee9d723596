import type { DemandDay } from '@lading/shared/contract/demand'
import type { Issue } from '@lading/store/postgres/domain-error'
import { isDay } from './is-day.ts'
import { recordsOf, refuseFile } from './records-of.ts'

const needed = ['product', 'warehouse', 'day', 'quantity']
const yes = new Set(['1', 'true', 'yes', ''])
const no = new Set(['0', 'false', 'no'])

/** The days of a file with the columns product, warehouse, day, quantity and perhaps in_stock, and the line each stands on. */
export const readDemandHistory = (text: string): { days: DemandDay[]; lines: number[] } => {
  const records = recordsOf(text, needed).records
  const issues: Issue[] = []
  const days = records.map(({ line, fields }) => {
    const { product = '', warehouse = '', day = '', quantity = '', in_stock: inStock = '' } = fields
    const wrong = (field: string, message: string) => issues.push({ path: `line ${line}, ${field}`, message })
    if (!isDay(day)) wrong('day', `"${day}" is not a day such as 2026-03-31`)
    if (quantity === '' || !(Number(quantity) >= 0 && Number(quantity) <= 1e9)) wrong('quantity', `"${quantity}" is not a number from 0`)
    const stocked = inStock.toLowerCase()
    if (!yes.has(stocked) && !no.has(stocked)) wrong('in_stock', `"${inStock}" is neither 1 nor 0`)
    return { product, warehouse, day, quantity: Number(quantity), inStock: !no.has(stocked) }
  })
  if (days.length === 0) issues.push({ path: 'line 1', message: 'is not followed by any day' })
  refuseFile(issues)
  return { days, lines: records.map(({ line }) => line) }
}
