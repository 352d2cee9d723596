import type { Eta } from '@lading/shared/contract/shipment'
import { formatDate, formatDateTime, formatDayTime } from '../format/exact.ts'
import { t } from '../i18n/t.ts'
import { BandChart, chartTime } from './band-chart.tsx'
import type { Range } from './scale.ts'

type Props = { history: Eta[]; promisedAt: string | null; zone: string }

const hourMs = 3600_000

/** How the arrival window narrowed and moved: when it was computed to the right, when it said upwards. */
export const EtaChart = ({ history, promisedAt, zone }: Props) => {
  const [first, last] = [history[0], history.at(-1)]
  if (!first || !last) return null
  const points = history.map(({ p10, p50, p90, computedAt }) => ({
    at: Date.parse(computedAt),
    low: Date.parse(p10),
    middle: Date.parse(p50),
    high: Date.parse(p90),
  }))
  const local = (value: number) => formatDateTime(value, zone)
  const spread = Math.max(...points.map(({ high }) => high)) - Math.min(...points.map(({ low }) => low))
  return (
    <BandChart
      summary={t('chart.eta-summary', { count: history.length, first: local(Date.parse(first.p50)), last: local(Date.parse(last.p50)) })}
      points={points}
      references={promisedAt ? [{ value: Date.parse(promisedAt), label: t('chart.promised') }] : []}
      leastRange={6 * hourMs}
      ticks={timeTicks}
      formatTick={(value) => (spread > 2 * 24 * hourMs ? formatDate : formatDayTime)(value, zone)}
      describe={({ at, low, middle, high }) =>
        `${local(middle)} (${local(low)} – ${local(high)}) · ${t('eta.computed', { time: chartTime(at) })}`
      }
    />
  )
}

/** Whole days, or parts of a day that divide it, at most four of them. */
export const timeTicks = ({ from, to }: Range) => {
  const steps = [1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720].map((hours) => hours * hourMs)
  const step = steps.find((length) => (to - from) / length <= 3) ?? 1440 * hourMs
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step)
}
