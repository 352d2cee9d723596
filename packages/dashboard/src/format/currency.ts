import { locale } from '../i18n/t.ts'

const names = new Intl.DisplayNames(locale, { type: 'currency' })
const rates = new Intl.NumberFormat(locale, { minimumSignificantDigits: 5, maximumSignificantDigits: 6 })
const changes = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' })
const sizes = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })

/** "Chinese Yuan"; the code where it has no name. */
export const currencyName = (code: string) => names.of(code) ?? code

/** A rate with as many digits as are published: 1.1684, 186.75, 20,082.1. */
export const formatRate = (rate: number) => rates.format(rate)

/** "+6.7%". */
export const formatRateChange = (share: number) => changes.format(share)
/** "6.7%". */
export const formatRateShare = (share: number) => sizes.format(share)
