import type { Product, Warehouse } from '@lading/shared/contract/product'
import { authorised } from '../server/authorised.ts'

/** What goods may be ordered or brought elsewhere, and between which warehouses. */
export const loadProductsAndWarehouses = async () => {
  const [products, warehouses] = await Promise.all([authorised<Product[]>('/v1/products'), authorised<Warehouse[]>('/v1/warehouses')])
  return { products: products.ok ? products.value : [], warehouses: warehouses.ok ? warehouses.value : [] }
}
