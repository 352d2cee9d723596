import { locale } from '../i18n/t.ts'

const kilograms = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilogram', maximumSignificantDigits: 3 })

/** "1,230 kg", to what an estimate deserves. */
export const formatMass = (kg: number) => kilograms.format(kg)
