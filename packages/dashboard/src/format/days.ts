import { locale } from '../i18n/t.ts'

const days = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 1 })
const rough = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 0 })

/** Ten days and more are not told in tenths. */
const formatFor = (hours: number) => (hours < 240 ? days : rough)

/** "2.4 days", "34 days". */
export const formatDays = (hours: number) => formatFor(hours).format(hours / 24)

/** "1.9–3.2 days". */
export const formatDayRange = (from: number, until: number) => formatFor(until).formatRange(from / 24, until / 24)
