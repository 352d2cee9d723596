import type { Rates } from '@lading/shared/money/rates'
import { type CurrencyExposure, exposureOf, type OpenOrder } from './exposure.ts'

/** Of what a currency is warned of from, the part below which it is warned of no longer. */
const closesBelow = 0.8

/** Whether it is one to warn of: from the threshold on, and then until it is well below it, so that a rate about it opens and closes nothing. */
export const isBeyondAfter = (before: boolean, change: number | null, threshold: number) =>
  change !== null && (change >= threshold || (before && change >= closesBelow * threshold))

/** Whether what was before decides. */
export const isNear = ({ change }: CurrencyExposure, threshold: number) =>
  change !== null && change < threshold && change >= closesBelow * threshold

/** Whether one that was set aside when it had got dearer by `then` is so much dearer now that one would want to know. */
export const comesBackDearer = (then: number, change: number | null, threshold: number) => change !== null && change >= then + threshold / 2

type Past = { own: string; threshold: number; on: (day: string) => Rates | undefined; days: readonly (readonly [string, Rates])[] }

/**
 * The same with what is near the threshold told as it was: `days` are those before, the oldest first, with what was published by then.
 * Nothing is kept for it, so it comes to the same whoever asks, and when.
 */
export const stayingBeyond = (items: CurrencyExposure[], orders: OpenOrder[], { days, ...known }: Past): CurrencyExposure[] =>
  items.map((item) => {
    if (!isNear(item, known.threshold)) return item
    const its = orders.filter(({ open }) => open.currency === item.currency)
    const before = days.reduce((beyond, [day, now]) => {
      const [then] = exposureOf(
        its.filter(({ orderedOn }) => orderedOn <= day),
        { ...known, now },
      )
      return isBeyondAfter(beyond, then?.change ?? null, known.threshold)
    }, false)
    return { ...item, isBeyond: isBeyondAfter(before, item.change, known.threshold) }
  })
