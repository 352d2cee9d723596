import { locale } from '../i18n/t.ts'

const numbers = new Intl.NumberFormat(locale)

export const formatNumber = (value: number) => numbers.format(value)
