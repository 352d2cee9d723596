import type { Money } from '@lading/shared/domain/money'
import { convert, rateBetween } from '@lading/shared/money/convert'
import type { Rates } from '@lading/shared/money/rates'
import { sumOf } from '@lading/shared/money/sum'
import Big from 'big.js'

export type OpenOrder = { id: string; number: string; supplier: string; open: Money; orderedOn: string }

/** `change` is a share of what it was worth: 0.05 where it costs five hundredths more now. */
export type OrderExposure = OpenOrder & { worthThen: Money | null; worthNow: Money | null; change: number | null }

export type CurrencyExposure = {
  currency: string
  open: Money
  /** In the own currency. Of orders of both whose rates are known; null where there is none. */
  worthThen: Money | null
  worthNow: Money | null
  change: number | null
  /** Whether it costs more by at least the threshold. */
  isBeyond: boolean
  /** Since when the oldest of its orders is open. */
  since: string
  /** How many orders had no rate for the day they were placed on, or for now. */
  unknown: number
  orders: OrderExposure[]
}

type Known = { own: string; now: Rates; on: (day: string) => Rates | undefined; threshold: number }

/**
 * What open orders in other currencies are worth in the own one: when each was placed, and now. Currencies by how much more they cost,
 * those that nothing is known of last. What is paid before it comes, or was bought ahead, is not known here and counts as open.
 */
export const exposureOf = (orders: OpenOrder[], { own, now, on, threshold }: Known): CurrencyExposure[] =>
  [
    ...Map.groupBy(
      orders.filter(({ open }) => open.currency !== own),
      ({ open }) => open.currency,
    ),
  ]
    .map(([currency, those]) => {
      const exposed = those.toSorted(byDay).map((order): OrderExposure => {
        const then = on(order.orderedOn)
        const worthThen = (then && convert(order.open, own, then)?.money) ?? null
        const worthNow = convert(order.open, own, now)?.money ?? null
        // Of rates rather than of rounded amounts, so that it is the same for a small order and a large one.
        const change = then ? changeBetween(rateBetween(currency, own, then)?.rate, rateBetween(currency, own, now)?.rate) : null
        return { ...order, worthThen, worthNow, change }
      })
      const known = exposed.filter(({ worthThen, worthNow }) => worthThen && worthNow)
      const total = (field: 'worthThen' | 'worthNow') =>
        known.length > 0
          ? sumOf(
              known.map((order) => order[field] as Money),
              own,
            )
          : null
      const [worthThen, worthNow] = [total('worthThen'), total('worthNow')]
      const change = changeBetween(worthThen?.minorUnits, worthNow?.minorUnits)
      return {
        currency,
        open: sumOf(
          those.map(({ open }) => open),
          currency,
        ),
        ...{ worthThen, worthNow, change, isBeyond: change !== null && change >= threshold },
        since: exposed[0]?.orderedOn as string,
        unknown: exposed.length - known.length,
        orders: exposed,
      }
    })
    .toSorted((one, other) => (other.change ?? -9) - (one.change ?? -9) || (one.currency < other.currency ? -1 : 1))

const byDay = (one: OpenOrder, other: OpenOrder) => (one.orderedOn < other.orderedOn ? -1 : one.orderedOn > other.orderedOn ? 1 : 0)

const changeBetween = (before: string | number | undefined, after: string | number | undefined): number | null => {
  if (before === undefined || after === undefined || new Big(before).eq(0)) return null
  return new Big(after).div(before).minus(1).round(6).toNumber()
}
