import type { ConditionName } from '@lading/shared/domain/reading'
import { locale } from '../i18n/t.ts'

// Signs of units, and as many digits as the sensors of such devices can tell apart.
const units: Record<ConditionName, { unit: string; digits: number }> = {
  temperatureC: { unit: '°C', digits: 1 },
  humidityPct: { unit: '%', digits: 0 },
  shockG: { unit: 'g', digits: 1 },
  lightLux: { unit: 'lx', digits: 0 },
  pressureHpa: { unit: 'hPa', digits: 0 },
  batteryPct: { unit: '%', digits: 0 },
  speedKmh: { unit: 'km/h', digits: 0 },
}

const numbers = [0, 1].map((digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }))

/** A value as a chart's axis shows it, without the unit. */
export const formatFigure = (measurement: ConditionName, value: number) => numbers[units[measurement].digits]?.format(value) ?? ''

/** "4.2 °C". */
export const formatMeasurement = (measurement: ConditionName, value: number) =>
  `${formatFigure(measurement, value)} ${units[measurement].unit}`
