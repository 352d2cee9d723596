import type { Arrival, ProjectedDay } from '@lading/shared/contract/stock-plan'
import { BandChart } from '../../charts/band-chart.tsx'
import { formatNumber } from '../../format/number.ts'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { noonOf, sayDay } from './day.ts'

type Props = { projection: ProjectedDay[]; arrivals: Arrival[]; reorderPoint: number | null }

/** How stock will move with what arrives, and how likely each day's demand cannot be met. */
export const ProjectionChart = ({ projection, arrivals, reorderPoint }: Props) => {
  const points = projection.map(({ day, p10, p50, p90 }) => ({ at: noonOf(day), low: p10, middle: p50, high: p90 }))
  const risks = projection.map(({ day, stockOutProbability }) => ({
    at: noonOf(day),
    low: 0,
    middle: stockOutProbability,
    high: stockOutProbability,
  }))
  const riskAt = new Map(risks.map(({ at, middle }) => [at, middle]))
  const worst = Math.max(0, ...risks.map(({ middle }) => middle))
  return (
    <section class="detail-section">
      <h3>{t('stock.projection')}</h3>
      <BandChart
        summary={t('stock.projection-summary', { days: points.length, low: Math.round(Math.min(...points.map(({ low }) => low))) })}
        points={points}
        references={reorderPoint === null ? [] : [{ value: reorderPoint, label: t('stock.reorder-point') }]}
        marks={arrivals.map(({ p50, quantity }) => ({ at: Date.parse(p50), label: `+${formatNumber(quantity)}` }))}
        leastRange={4}
        formatTick={formatNumber}
        describe={({ at, low, middle, high }) =>
          t('stock.day-stock', {
            day: sayDay(at),
            low: Math.round(low),
            middle: Math.round(middle),
            high: Math.round(high),
            risk: formatPercent(riskAt.get(at) ?? 0),
          })
        }
      />
      <h3 class="stock-second">{t('stock.risk')}</h3>
      <BandChart
        summary={t('stock.risk-summary', { risk: formatPercent(worst) })}
        points={risks}
        leastRange={1}
        ticks={() => [0, 0.5, 1]}
        formatTick={formatPercent}
        describe={({ at, middle }) => `${sayDay(at)}: ${formatPercent(middle)}`}
      />
    </section>
  )
}
