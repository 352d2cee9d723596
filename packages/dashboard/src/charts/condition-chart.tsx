import type { ConditionLimits } from '@lading/shared/contract/shipment'
import type { ConditionSeries } from '@lading/shared/contract/track'
import type { ConditionName } from '@lading/shared/domain/reading'
import { formatFigure, formatMeasurement } from '../format/measurement.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../icons/icon.tsx'
import { BandChart, chartTime } from './band-chart.tsx'

type Limits = { min: number | null; max: number | null }

const limitsOf = (measurement: ConditionName, limits: ConditionLimits): Limits | undefined => {
  if (measurement === 'temperatureC') return { min: limits.temperatureMinC, max: limits.temperatureMaxC }
  if (measurement === 'shockG') return { min: null, max: limits.shockMaxG }
  return undefined
}

const limitsText = (measurement: ConditionName, { min, max }: Limits) => {
  const figure = (value: number) => formatMeasurement(measurement, value)
  if (min !== null && max !== null) return t('chart.limits-between', { min: figure(min), max: figure(max) })
  if (max !== null) return t('chart.limits-below', { max: figure(max) })
  return min === null ? '' : t('chart.limits-above', { min: figure(min) })
}

// The least an axis spans, in the measurement's unit: a change below it means nothing for goods.
const leastRange: Record<ConditionName, number> = {
  temperatureC: 4,
  humidityPct: 10,
  shockG: 2,
  lightLux: 10,
  pressureHpa: 10,
  batteryPct: 10,
  speedKmh: 10,
}

/** One measurement over the journey: mean in its band of extremes, against its limits. */
export const ConditionChart = ({ series, limits }: { series: ConditionSeries; limits: ConditionLimits }) => {
  const { measurement, points } = series
  const last = points.at(-1)
  if (!last) return null
  const figure = (value: number) => formatMeasurement(measurement, value)
  const name = t(`condition.${measurement}`)
  const own = limitsOf(measurement, limits)
  const min = Math.min(...points.map((point) => point.min))
  const max = Math.max(...points.map((point) => point.max))
  const within = own ? limitsText(measurement, own) : ''
  const outside = own !== undefined && ((own.min !== null && min < own.min) || (own.max !== null && max > own.max))
  const told = { name, last: figure(last.mean), min: figure(min), max: figure(max), limits: within }
  return (
    <figure class="condition">
      <figcaption>
        <span class="condition-name">{name}</span>
        {within && <span class="condition-limits">{within}</span>}
        {outside && (
          <span class="label severity-critical">
            <Icon name="severity-critical" />
            <span class="label-text">{t('chart.outside')}</span>
          </span>
        )}
        <span class="condition-last">{figure(last.mean)}</span>
      </figcaption>
      <BandChart
        summary={t(within ? 'chart.summary-limits' : 'chart.summary', told)}
        points={points.map((point) => ({ at: Date.parse(point.at), low: point.min, middle: point.mean, high: point.max }))}
        limits={own}
        leastRange={leastRange[measurement]}
        formatTick={(value) => formatFigure(measurement, value)}
        describe={({ at, low, middle, high }) =>
          `${figure(middle)} (${formatFigure(measurement, low)} – ${formatFigure(measurement, high)}) · ${chartTime(at)}`
        }
      />
    </figure>
  )
}
