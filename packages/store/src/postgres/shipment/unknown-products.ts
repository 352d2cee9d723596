import type { ShipmentItem } from '@lading/shared/contract/shipment'
import { type Issue, issueAt } from '@lading/shared/issue/issue'
import { inArray } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { product } from '../schema/product.ts'

/** The items that name a product which is not there. */
export const unknownProducts = async (tx: Transaction, items: ShipmentItem[]): Promise<Issue[]> => {
  const named = items.flatMap((item, index) => (item.product ? [{ sku: item.product, index }] : []))
  if (named.length === 0) return []
  const skus = [...new Set(named.map(({ sku }) => sku))]
  const found = await tx.select({ sku: product.sku }).from(product).where(inArray(product.sku, skus))
  const known = new Set(found.map(({ sku }) => sku))
  return named
    .filter(({ sku }) => !known.has(sku))
    .map(({ sku, index }) => issueAt(`/items/${index}/product`, 'product-unknown', { value: sku as string }))
}
