import { type Issue, issueAt } from '@lading/shared/issue/issue'
import { inArray } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { product, warehouse } from '../schema/product.ts'

/** Products and warehouses that something names, and where it names them. */
export type Named = { product: string; warehouse: string; path: string; warehouseField?: string }

/** No answer says more than this: a file with a wrong column is wrong in every line. */
const issuesMax = 100

/** Refuses products and warehouses that are not there, each with where it stands. */
export const checkKeys = async (db: Db | Transaction, named: Named[], where = (path: string) => path) => {
  const skus = [...new Set(named.map((one) => one.product))]
  const codes = [...new Set(named.map((one) => one.warehouse))]
  const [products, warehouses] = await Promise.all([
    db.select({ sku: product.sku }).from(product).where(inArray(product.sku, skus)),
    db.select({ code: warehouse.code }).from(warehouse).where(inArray(warehouse.code, codes)),
  ])
  const knownSkus = new Set(products.map(({ sku }) => sku))
  const knownCodes = new Set(warehouses.map(({ code }) => code))
  const issues: Issue[] = []
  for (const { product: sku, warehouse: code, path, warehouseField = 'warehouse' } of named) {
    if (!knownSkus.has(sku)) issues.push(issueAt(where(`${path}/product`), 'product-unknown', { value: sku }))
    if (!knownCodes.has(code)) issues.push(issueAt(where(`${path}/${warehouseField}`), 'warehouse-unknown', { value: code }))
    if (issues.length >= issuesMax) break
  }
  if (issues.length > 0) throw new DomainError('not-valid', 'It names products or warehouses that are not known.', issues)
}
