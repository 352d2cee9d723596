import { locale } from '../i18n/t.ts'

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })

/** Whole percents, rounded down: what is not quite there is not at 100 %. */
export const formatPercent = (share: number) => percent.format(Math.floor(share * 100 + 1e-9) / 100)
