import { locale } from '../i18n/t.ts'

const kilometres = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 })

/** "12.5 km". */
export const formatDistance = (km: number) => kilometres.format(km)
