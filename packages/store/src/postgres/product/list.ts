import type { Product } from '@lading/shared/contract/product'
import { asc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { product } from '../schema/product.ts'

/** Every product, in the order of its number. */
export const listProducts = async (db: Db): Promise<Product[]> => (await db.select().from(product).orderBy(asc(product.sku))).map(toProduct)

export const getProduct = async (db: Db, sku: string): Promise<Product | undefined> => {
  const [row] = await db.select().from(product).where(eq(product.sku, sku))
  return row && toProduct(row)
}

const toProduct = ({ costMinorUnits, priceMinorUnits, currency, createdAt: _, ...plain }: typeof product.$inferSelect): Product => ({
  ...plain,
  cost: { minorUnits: costMinorUnits, currency },
  price: priceMinorUnits === null ? null : { minorUnits: priceMinorUnits, currency },
})
