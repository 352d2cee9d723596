import type { PredictionKind } from '@lading/shared/domain/model'
import { locale } from '../i18n/t.ts'

const hours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', maximumSignificantDigits: 2 })
const days = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', maximumSignificantDigits: 2 })
const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', maximumFractionDigits: 0 })
const pieces = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })

/** An error in the unit of its kind: "25 min", "3.4 hr" and "2.6 days" for times, a number for pieces. */
export const formatError = (value: number, kind: PredictionKind) => {
  if (kind === 'demand') return pieces.format(value)
  const size = Math.abs(value)
  if (size < 1) return minutes.format(value * 60)
  return size < 48 ? hours.format(value) : days.format(value / 24)
}

const signed = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' })
const unsigned = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })

/** "+12 %". */
export const formatChange = (share: number) => signed.format(share)
/** "12 %", rounded to the nearest. */
export const formatShare = (share: number) => unsigned.format(share)
