import type { Charge, TradeTerms } from '@lading/shared/domain/trade-rule'
import { locale, t } from '../../i18n/t.ts'

const digits = { minimumFractionDigits: 0, maximumFractionDigits: 6 } as const
const percentages = new Intl.NumberFormat(locale, { style: 'percent', ...digits })

export const sayPercent = (percent: string) => percentages.format(Number(percent) / 100)

/** An amount in major units. Rates by weight have fractions of a cent. */
export const sayAmount = (amount: string, currency: string | undefined) =>
  new Intl.NumberFormat(locale, { ...digits, ...(currency && { style: 'currency', currency, minimumFractionDigits: 2 }) }).format(
    Number(amount),
  )

/** Its parts, as they are added up, and its bounds. */
export const sayCharge = (charge: Charge): string => {
  const { percent, perKg, perUnit, perSubheading, fixed, minimum, maximum, currency } = charge
  const amount = (text: string) => sayAmount(text, currency)
  const parts = [
    percent === undefined ? [] : sayPercent(percent),
    perKg === undefined ? [] : t('charge.per-kg', { amount: amount(perKg) }),
    perUnit === undefined ? [] : t('charge.per-unit', { amount: amount(perUnit) }),
    perSubheading === undefined ? [] : t('charge.per-subheading', { amount: amount(perSubheading) }),
    fixed === undefined ? [] : amount(fixed),
  ].flat()
  const bounds = [
    minimum === undefined ? [] : t('charge.minimum', { amount: amount(minimum) }),
    maximum === undefined ? [] : t('charge.maximum', { amount: amount(maximum) }),
  ].flat()
  return [parts.join(' + '), ...bounds].filter((part) => part !== '').join(', ')
}

/** What a rule says, in a line. */
export const sayTerms = (terms: TradeTerms): string => {
  switch (terms.kind) {
    case 'valuation':
      return `${t(`valuation.${terms.basis}`)}, ${terms.currency}`
    case 'duty':
      return [sayCharge(terms.charge), terms.measure === 'third-country' ? '' : terms.programme || t(`measure.${terms.measure}`)]
        .filter((part) => part !== '')
        .join(' · ')
    case 'tax':
      return `${terms.name} ${sayPercent(terms.percent)}`
    case 'excise':
    case 'fee':
      return `${terms.name}: ${sayCharge(terms.charge)}`
    case 'de-minimis': {
      const upTo = sayAmount(terms.upTo, terms.currency)
      return terms.instead ? t('relief.instead', { upTo, charge: sayCharge(terms.instead) }) : t(`relief.${terms.of}`, { upTo })
    }
    case 'document':
      return terms.document
    default:
      return terms.what
  }
}
