import { bellNoise, noise } from '../random/hash.ts'
import type { DemandPattern, Line } from './catalogue.ts'
import { stockWarehouses } from './catalogue.ts'

const dayMs = 86_400_000
/** Sundays first. */
const week = [0.7, 1.05, 1, 0.95, 1, 1.2, 1.1]
const promotionEveryDays = 56
const promotionDays = 7

/** Days are counted from 1970, so that the past is the same whenever a demonstration begins. */
export const dayOf = (atMs: number) => Math.floor(atMs / dayMs)
export const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)

// Each product has weeks of its own.
const offsetOf = (sku: string) => Math.floor(noise('promotion', sku) * promotionEveryDays)

export const isPromoted = ({ pattern, product }: Line, day: number) =>
  pattern.kind === 'promoted' && (day + offsetOf(product.sku)) % promotionEveryDays < promotionDays

/** Every promotion that touches the days from `first` to `last`: its first and its last day. */
export const promotionsBetween = (line: Line, first: number, last: number) => {
  const found: { from: number; until: number }[] = []
  for (let day = first - promotionDays; day <= last; day++)
    if (isPromoted(line, day) && !isPromoted(line, day - 1)) found.push({ from: day, until: day + promotionDays - 1 })
  return found
}

/** How many customers ask for on a day, in one of the warehouses: the same however often it is asked. */
export const askedOn = (seed: string, line: Line, warehouse: number, day: number): number => {
  const { product, pattern } = line
  const key = [seed, product.sku, warehouse, day]
  const share = [1, 0.8, 0.6][warehouse] ?? 1
  if (pattern.kind === 'intermittent')
    return noise(...key, 'any') < 0.18 * share ? 1 + Math.floor(noise(...key, 'size') ** 2 * (pattern.perDay / 0.09)) : 0
  const mean = pattern.perDay * share * (week[(day + 4) % 7] ?? 1) * yearly(pattern, day) * (isPromoted(line, day) ? 2.1 : 1)
  return Math.max(0, Math.round(mean + bellNoise(...key) * Math.sqrt(mean + (0.15 * mean) ** 2)))
}

// Highest in the weeks before the turn of the year.
const yearly = ({ kind }: DemandPattern, day: number) =>
  kind === 'seasonal' ? 1 + 0.45 * Math.cos((2 * Math.PI * (day - 345)) / 365.25) : 1

/** What is sold on an ordinary day, for what a shelf begins with. */
export const usualPerDay = ({ pattern }: Line, warehouse: number) => pattern.perDay * ([1, 0.8, 0.6][warehouse] ?? 1)

export const warehouseCodes = stockWarehouses.map(({ code }) => code)
