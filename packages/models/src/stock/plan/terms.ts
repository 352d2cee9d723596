import type { Product } from '@lading/shared/contract/product'
import type { SupplyTerms } from '@lading/shared/contract/stock'

export type Terms = SupplyTerms

/** What of a product bears on how much of it to order. */
export type StockedProduct = Pick<Product, 'packSize' | 'minimumOrder' | 'shelfLifeDays'> & {
  costMinorUnits: number
  /** Beyond its cost, in the same currency; null where nobody knows. */
  marginMinorUnits: number | null
}
