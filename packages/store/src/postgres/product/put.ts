import type { NewProduct } from '@lading/shared/contract/product'
import type { Db } from '../open.ts'
import { product } from '../schema/product.ts'

/** Adds the product, or changes it where it is known already. What is left out is as usual. */
export const putProduct = async (db: Db, wanted: NewProduct, now: Date) => {
  const { sku, name, hsCode = null, unit = 'piece', packSize = 1, minimumOrder = 1, shelfLifeDays = null, cost, price } = wanted
  const described = {
    ...{ name, hsCode, unit, packSize, minimumOrder, shelfLifeDays },
    costMinorUnits: cost.minorUnits,
    priceMinorUnits: price?.minorUnits ?? null,
    currency: cost.currency,
  }
  await db
    .insert(product)
    .values({ sku, ...described, createdAt: now })
    .onConflictDoUpdate({ target: product.sku, set: described })
}
