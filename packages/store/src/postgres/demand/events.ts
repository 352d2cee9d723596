import type { DemandEvent, NewDemandEvent } from '@lading/shared/contract/demand'
import type { StockKey } from '@lading/shared/contract/stock'
import { issueAt } from '@lading/shared/issue/issue'
import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { demandEvent } from '../schema/demand.ts'
import { product } from '../schema/product.ts'
import { stockLevel } from '../schema/stock.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { checkKeys } from '../stock/check-keys.ts'

/** Adds a promotion or another event that moves demand, where it is not known already. Answers it. */
export const addDemandEvent = (db: Db, wanted: NewDemandEvent, now: Date): Promise<DemandEvent> =>
  db.transaction(async (tx) => {
    const { product: sku, warehouse = null } = wanted
    if (warehouse) await checkKeys(tx, [{ product: sku, warehouse, path: '' }])
    else if ((await tx.select({ sku: product.sku }).from(product).where(eq(product.sku, sku))).length === 0)
      throw new DomainError('not-valid', 'It names a product that is not known.', [issueAt('/product', 'product-unknown', { value: sku })])
    const same = and(
      eq(demandEvent.product, sku),
      warehouse ? eq(demandEvent.warehouse, warehouse) : isNull(demandEvent.warehouse),
      ...[eq(demandEvent.kind, wanted.kind), eq(demandEvent.from, wanted.from), eq(demandEvent.until, wanted.until)],
    )
    const [known] = await tx.select().from(demandEvent).where(same)
    const [event = known] = known
      ? []
      : await tx
          .insert(demandEvent)
          .values({ ...wanted, warehouse })
          .returning()
    if (!known) {
      const where = and(eq(stockLevel.product, sku), warehouse ? eq(stockLevel.warehouse, warehouse) : undefined)
      await askForecast(
        tx,
        await tx.select({ product: stockLevel.product, warehouse: stockLevel.warehouse }).from(stockLevel).where(where),
        now,
      )
    }
    return event as DemandEvent
  })

/** What moves the demand for a product in a warehouse, oldest first. */
export const listDemandEvents = (db: Db, { product: sku, warehouse }: StockKey): Promise<DemandEvent[]> =>
  db
    .select()
    .from(demandEvent)
    .where(and(eq(demandEvent.product, sku), or(isNull(demandEvent.warehouse), eq(demandEvent.warehouse, warehouse))))
    .orderBy(asc(demandEvent.from))
