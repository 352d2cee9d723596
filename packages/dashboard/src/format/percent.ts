import { locale } from '../i18n/t.ts'

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })

export const formatPercent = (share: number) => percent.format(share)
