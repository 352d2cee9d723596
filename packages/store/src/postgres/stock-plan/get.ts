import type { StockKey } from '@lading/shared/contract/stock'
import { and, desc, eq, ne } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { demandForecast } from '../schema/demand.ts'
import { stockPlan } from '../schema/supply.ts'

export type KeptForecast = typeof demandForecast.$inferSelect
export type KeptPlan = typeof stockPlan.$inferSelect

/** The newest forecast of a product in a warehouse. */
export const newestForecast = async (db: Db, { product, warehouse }: StockKey): Promise<KeptForecast | undefined> => {
  const [row] = await db
    .select()
    .from(demandForecast)
    .where(and(eq(demandForecast.product, product), eq(demandForecast.warehouse, warehouse)))
    .orderBy(desc(demandForecast.computedAt))
    .limit(1)
  return row
}

export const getPlan = async (db: Db, { product, warehouse }: StockKey): Promise<KeptPlan | undefined> => {
  const [row] = await db
    .select()
    .from(stockPlan)
    .where(and(eq(stockPlan.product, product), eq(stockPlan.warehouse, warehouse)))
  return row
}

/** What other warehouses have of the product beyond their need. */
export const excessElsewhere = (db: Db, { product, warehouse }: StockKey) =>
  db
    .select({ warehouse: stockPlan.warehouse, excess: stockPlan.excess, isDead: stockPlan.isDead })
    .from(stockPlan)
    .where(and(eq(stockPlan.product, product), ne(stockPlan.warehouse, warehouse)))
