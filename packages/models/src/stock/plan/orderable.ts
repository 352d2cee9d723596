import type { PolicyLimit } from '@lading/shared/domain/stock'
import type { StockedProduct } from './terms.ts'

/**
 * What can be ordered when `wanted` is: whole packs and at least the minimum, but no more than is sold within the shelf life
 * unless a single pack, or the minimum, is more already. What bent the figure is added to `limits`.
 */
export const orderable = (
  { packSize, minimumOrder, shelfLifeDays }: StockedProduct,
  wanted: number,
  perDay: number,
  limits: PolicyLimit[],
) => {
  const note = (limit: PolicyLimit) => {
    if (!limits.includes(limit)) limits.push(limit)
  }
  if (!(wanted > 0)) return 0
  const packs = (units: number) => Math.ceil(units / packSize - 1e-9) * packSize
  const least = packs(minimumOrder)
  const sold = shelfLifeDays === null ? Number.POSITIVE_INFINITY : Math.floor((perDay * shelfLifeDays) / packSize) * packSize
  const full = packs(wanted)
  if (full > wanted + 1e-9) note('pack-size')
  if (full < least) {
    note('minimum-order')
    return least
  }
  if (full <= sold) return full
  note('shelf-life')
  return Math.max(least, sold)
}
