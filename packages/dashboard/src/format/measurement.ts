import type { ConditionName } from '@lading/shared/domain/reading'
import { locale } from '../i18n/t.ts'
import { isolated } from './isolated.ts'

// As many digits as the sensors of such devices can tell apart. `Intl` knows the first kind of units by name; the signs of the others are
// the same in every language.
const units: Record<ConditionName, { digits: number } & ({ unit: string } | { sign: string })> = {
  temperatureC: { unit: 'celsius', digits: 1 },
  humidityPct: { unit: 'percent', digits: 0 },
  shockG: { sign: 'g', digits: 1 },
  lightLux: { sign: 'lx', digits: 0 },
  pressureHpa: { sign: 'hPa', digits: 0 },
  batteryPct: { unit: 'percent', digits: 0 },
  speedKmh: { unit: 'kilometer-per-hour', digits: 0 },
}

const formats = Object.fromEntries(
  Object.entries(units).map(([name, { digits, ...rest }]) => {
    const figure = { minimumFractionDigits: digits, maximumFractionDigits: digits }
    const unit = 'unit' in rest ? ({ style: 'unit', unit: rest.unit } as const) : {}
    return [name, { figure: new Intl.NumberFormat(locale, figure), whole: new Intl.NumberFormat(locale, { ...figure, ...unit }) }]
  }),
) as Record<ConditionName, Record<'figure' | 'whole', Intl.NumberFormat>>

/** A value as a chart's axis shows it, without the unit. */
export const formatFigure = (measurement: ConditionName, value: number) => formats[measurement].figure.format(value)

/** "4.2°C". */
export const formatMeasurement = (measurement: ConditionName, value: number) => {
  const unit = units[measurement]
  const figure = formats[measurement].whole.format(value)
  return 'sign' in unit ? isolated(`${figure} ${unit.sign}`) : figure
}

// From right to left, Latin signs would change places with their figures.
