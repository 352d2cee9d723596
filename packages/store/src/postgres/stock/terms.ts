import type { StockKey, SupplyTerms } from '@lading/shared/contract/stock'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { supplyTerms } from '../schema/stock.ts'
import { askForecast } from './ask-forecast.ts'
import { checkKeys } from './check-keys.ts'

/** Says how the warehouse gets more of the product; replaces what was said before. */
export const putTerms = (db: Db, key: StockKey, terms: SupplyTerms, now: Date) =>
  db.transaction(async (tx) => {
    const { product, warehouse } = key
    await checkKeys(tx, [{ product, warehouse, path: '' }])
    await tx
      .insert(supplyTerms)
      .values({ product, warehouse, ...terms })
      .onConflictDoUpdate({ target: [supplyTerms.product, supplyTerms.warehouse], set: terms })
    await askForecast(tx, [key], now)
  })

export const getTerms = async (db: Db, { product, warehouse }: StockKey): Promise<SupplyTerms | undefined> => {
  const [row] = await db
    .select()
    .from(supplyTerms)
    .where(and(eq(supplyTerms.product, product), eq(supplyTerms.warehouse, warehouse)))
  if (!row) return undefined
  const { product: _, warehouse: __, ...terms } = row
  return terms
}

/** Terms of many, by product and warehouse with a line break between. */
export const getTermsOf = async (db: Db, keys: StockKey[]): Promise<Map<string, SupplyTerms>> => {
  if (keys.length === 0) return new Map()
  const rows = await db
    .select()
    .from(supplyTerms)
    .where(
      sql`(${supplyTerms.product}, ${supplyTerms.warehouse}) in ${keys.map(({ product, warehouse }) => sql`(${product}, ${warehouse})`)}`,
    )
  return new Map(rows.map(({ product, warehouse, ...terms }) => [`${product}\n${warehouse}`, terms]))
}
