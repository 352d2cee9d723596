import type { ConditionLimits } from '@lading/shared/contract/shipment'
import type { ConditionSeries } from '@lading/shared/contract/track'
import type { ConditionName } from '@lading/shared/domain/reading'
import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { formatFigure, formatMeasurement } from '../format/measurement.ts'
import { formatDuration } from '../format/relative.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../icons/icon.tsx'
import { chooseMoment, momentMs, pointedMs } from '../state/replay/moment.ts'
import { type BandPoint, chartTime } from './band-chart.tsx'
import { columnsOf } from './columns.ts'
import { finer, toBand, withFiner } from './finer.ts'
import { nearestIndex } from './nearest.ts'
import { gapFromMs, type Limits, lengthMs, outsideStretches } from './outside.ts'
import { Plot } from './plot.tsx'
import type { Range } from './scale.ts'
import { zoom } from './seen.ts'
import { movedTo, zoomedBy, zoomedTo } from './zoom.ts'

export const limitsOf = (measurement: ConditionName, limits: ConditionLimits): Limits | undefined => {
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

/** What is said of a series in figures; `series` has at least one point. */
export const figuresOf = (series: ConditionSeries, limits: Limits | undefined) => {
  const points = toBand(series)
  const gapMs = gapFromMs(points)
  const outside = limits ? outsideStretches(points, limits, gapMs) : []
  return {
    ...{ points, gapMs, outside },
    min: points.reduce((least, { low }) => Math.min(least, low), Number.POSITIVE_INFINITY),
    max: points.reduce((most, { high }) => Math.max(most, high), Number.NEGATIVE_INFINITY),
    last: points.at(-1)?.middle ?? 0,
    within: limits ? limitsText(series.measurement, limits) : '',
    outsideFor: outside.length > 0 ? formatDuration(lengthMs(outside)) : undefined,
  }
}

type Props = { series: ConditionSeries; limits: ConditionLimits; whole: Range }

/** One measurement over the journey: mean in its band of extremes, against its limits, in figures where everything points at. */
export const ConditionChart = ({ series, limits, whole }: Props) => {
  const { measurement } = series
  const own = limitsOf(measurement, limits)
  const figures = useMemo(() => figuresOf(series, own), [series, own?.min, own?.max])
  const points = useMemo(() => withFiner(figures.points, measurement), [figures, finer.value])
  const columns = useMemo(() => columnsOf(points, figures.gapMs), [points])
  const { within, outsideFor } = figures
  const figure = (value: number) => formatMeasurement(measurement, value)
  const name = t(`condition.${measurement}`)
  const at = useMemo(() => {
    const last = points.length - 1
    const index = computed(() => (momentMs.value === undefined ? last : nearestIndex(points, momentMs.value)))
    const point = computed(() => points[index.value] as BandPoint)
    return {
      index,
      // Where nothing was reported nothing is said.
      value: computed(() => {
        const { at, middle } = point.value
        return momentMs.value !== undefined && Math.abs(momentMs.value - at) > figures.gapMs ? '–' : figure(middle)
      }),
      told: computed(() => {
        const { at, low, middle, high } = point.value
        return `${figure(middle)} (${formatFigure(measurement, low)} – ${formatFigure(measurement, high)}) · ${chartTime(at)}`
      }),
    }
  }, [points])
  if (points.length === 0) return null

  const told = { name, last: figure(figures.last), min: figure(figures.min), max: figure(figures.max) }
  const summary = outsideFor
    ? t('chart.summary-outside', { ...told, limits: within, duration: outsideFor })
    : within
      ? t('chart.summary-limits', { ...told, limits: within })
      : t('chart.summary', told)
  return (
    <figure class="condition">
      <figcaption>
        <span class="condition-name">{name}</span>
        {within && <span class="condition-limits">{within}</span>}
        {outsideFor && (
          <span class="label severity-critical">
            <Icon name="severity-critical" />
            <span class="label-text">{t('chart.outside-for', { duration: outsideFor })}</span>
          </span>
        )}
        <span class="condition-last" aria-hidden="true">
          {at.value}
        </span>
      </figcaption>
      <div
        class="chart"
        role="slider"
        tabIndex={0}
        aria-label={summary}
        aria-describedby="chart-keys"
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={at.index as unknown as number}
        aria-valuetext={at.told as unknown as string}
        onKeyDown={(event) => {
          if (onKey(event.key, points, at.index.value, whole)) event.preventDefault()
        }}
        onBlur={() => {
          pointedMs.value = undefined
        }}
        onClick={() => {
          if (pointedMs.value !== undefined) chooseMoment(pointedMs.value)
        }}
      >
        <Plot
          columns={columns}
          limits={own}
          outside={figures.outside}
          whole={whole}
          leastRange={leastRange[measurement]}
          formatTick={(value) => formatFigure(measurement, value)}
          onZoom={(from, to) => {
            zoom.value = zoomedTo(from, to, whole)
          }}
          onZoomOut={() => {
            zoom.value = undefined
          }}
          onPoint={(ms) => {
            pointedMs.value = ms
          }}
        />
      </div>
    </figure>
  )
}

/** Arrows go from point to point, plus and minus look closer or farther; answers whether the key means something. */
const onKey = (key: string, points: readonly BandPoint[], index: number, whole: Range) => {
  const page = Math.max(1, Math.round(points.length / 20))
  const steps: Record<string, number> = {
    ...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page },
    ...{ Home: -points.length, End: points.length },
  }
  const step = steps[key]
  if (step !== undefined) {
    const point = points[Math.max(0, Math.min(points.length - 1, index + step))] as BandPoint
    if (zoom.value) zoom.value = movedTo(zoom.value, whole, point.at)
    chooseMoment(point.at)
    return true
  }
  const factor = { '+': 0.5, '=': 0.5, '-': 2 }[key]
  if (factor !== undefined) {
    zoom.value = zoomedBy(factor, zoom.value ?? whole, whole, momentMs.value ?? whole.to)
    return true
  }
  if (key !== '0') return false
  zoom.value = undefined
  return true
}
