import type { Money } from '@lading/shared/domain/money'
import { convert, fractionBetween, rateBetween } from '@lading/shared/money/convert'
import type { Rates } from '@lading/shared/money/rates'
import { wholeUp } from '@lading/shared/money/rounding'
import { sumOf } from '@lading/shared/money/sum'
import { minorUnitsIn } from '@lading/shared/money/units'
import Big from 'big.js'

/** What a provider asks for taking a payment. Percentages are decimals in text. */
export type PaymentOffer = {
  code: string
  name: string
  /** Of the amount. */
  percent: string
  /** Of each payment. */
  fixed: Money
  /** By which its exchange rate is worse than the reference rate, where currencies are exchanged. */
  marginPercent: string
  /** Days until the money is there. */
  settlementDays: number
  /** In which may be paid; empty: any. */
  currencies: string[]
}

export const costKinds = ['percent', 'fixed', 'margin'] as const
export type OfferCost = { kind: (typeof costKinds)[number]; amount: Money }

export type ComparedOffer<Offer> = {
  offer: Offer
  /** All in the currency that is received; they add up to the total. */
  costs: OfferCost[]
  total: Money
  /** What is left of the amount by the reference rate. */
  received: Money
}

export type OfferComparison<Offer> = {
  /** What one unit of the currency that is paid is of the one that is received, by whom and from when. */
  reference: { rate: string; via: string | null; date: string | null; source: string | null }
  /** The cheapest comes first; of two that cost the same, the one that settles first. */
  offers: ComparedOffer<Offer>[]
  /** Do not take the currency, or ask a fixed fee in one that has no rate. */
  without: Offer[]
}

/**
 * What a payment costs with each offer: its share, its fixed fee, and by how much its rate is worse than the reference rate, in the currency
 * that is received. Each of them is rounded up to the minor unit, so that none looks cheaper than it is. Undefined where one of the two
 * currencies has no rate.
 */
export const compareOffers = <Offer extends PaymentOffer>(
  offers: readonly Offer[],
  paid: Money,
  currency: string,
  rates: Rates,
): OfferComparison<Offer> | undefined => {
  const reference = rateBetween(paid.currency, currency, rates)
  const worth = convert(paid, currency, rates)?.money
  if (!reference || !worth) return undefined
  const up = (money: Money, share: Big) => roundedUp(money, share, currency, rates)
  const compared: ComparedOffer<Offer>[] = []
  const without: Offer[] = []
  for (const offer of offers) {
    const fixed = up(offer.fixed, new Big(1))
    if (!fixed || (offer.currencies.length > 0 && !offer.currencies.includes(paid.currency))) {
      without.push(offer)
      continue
    }
    const percent = up(paid, new Big(offer.percent).div(100)) as Money
    const margin = up(paid, new Big(paid.currency === currency ? 0 : offer.marginPercent).div(100)) as Money
    const costs: OfferCost[] = [
      { kind: 'percent', amount: percent },
      { kind: 'fixed', amount: fixed },
      { kind: 'margin', amount: margin },
    ]
    const total = sumOf([percent, fixed, margin], currency)
    compared.push({ offer, costs, total, received: sumOf([worth, { minorUnits: -total.minorUnits, currency }], currency) })
  }
  compared.sort(
    (one, other) =>
      one.total.minorUnits - other.total.minorUnits ||
      one.offer.settlementDays - other.offer.settlementDays ||
      (one.offer.name < other.offer.name ? -1 : 1),
  )
  return { reference, offers: compared, without }
}

const roundedUp = (money: Money, share: Big, currency: string, rates: Rates): Money | undefined => {
  if (money.minorUnits === 0) return { minorUnits: 0, currency }
  const fraction = fractionBetween(money.currency, currency, rates)
  if (!fraction) return undefined
  const minorUnits = wholeUp(
    fraction.numerator.times(money.minorUnits).times(share).times(minorUnitsIn(currency)),
    fraction.denominator.times(minorUnitsIn(money.currency)),
  )
  return { minorUnits, currency }
}
