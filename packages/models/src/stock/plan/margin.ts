import type { Money } from '@lading/shared/domain/money'
import { convert } from '@lading/shared/money/convert'
import type { Rates } from '@lading/shared/money/rates'

/**
 * What one more unit brings beyond its cost, in minor units of the cost's currency, at least nothing. A price in another currency is
 * converted where there are rates for both; null where the price or a rate is not known.
 */
export const marginOf = (cost: Money, price: Money | null, rates?: Rates): number | null => {
  if (!price) return null
  const there = price.currency === cost.currency ? price : rates && convert(price, cost.currency, rates)?.money
  return there ? Math.max(0, there.minorUnits - cost.minorUnits) : null
}
