import type { DemandForecast, StockDetail } from '@lading/shared/contract/stock-plan'
import { BandChart } from '../../charts/band-chart.tsx'
import { formatNumber } from '../../format/number.ts'
import { t } from '../../i18n/t.ts'
import { noonOf, sayDay } from './day.ts'
import { sayDemandReason } from './demand-reason.ts'

type Props = { history: StockDetail['history']; forecast: DemandForecast }

const pastDays = 84
const aheadDays = 56
const dayMs = 86_400_000

/** What was sold as a line, what will be as a fan. Days without stock leave a gap of their own: the line passes over them. */
export const DemandChart = ({ history, forecast }: Props) => {
  const past = history.slice(-pastDays).flatMap(({ day, quantity }) => (quantity === null ? [] : [{ at: noonOf(day), quantity }]))
  const beginAt = noonOf(forecast.from)
  const ahead = forecast.p50.slice(0, aheadDays).map((middle, day) => ({
    at: beginAt + day * dayMs,
    low: forecast.p10[day] ?? middle,
    middle,
    high: forecast.p90[day] ?? middle,
  }))
  const points = [
    ...past.filter(({ at }) => at < beginAt).map(({ at, quantity }) => ({ at, low: quantity, middle: quantity, high: quantity })),
    ...ahead,
  ]
  const mean = forecast.mean.slice(0, aheadDays).reduce((sum, each) => sum + each, 0) / Math.max(1, ahead.length)
  return (
    <section class="detail-section">
      <h3>{t('stock.demand')}</h3>
      <BandChart
        summary={t('stock.demand-summary', { days: past.length, mean: formatNumber(Math.round(mean * 10) / 10) })}
        points={points}
        leastRange={2}
        formatTick={formatNumber}
        marks={[{ at: beginAt, label: sayDay(beginAt) }]}
        describe={({ at, low, middle, high }) =>
          at < beginAt
            ? t('stock.day-sold', { day: sayDay(at), quantity: middle })
            : t('stock.day-forecast', { day: sayDay(at), low: Math.round(low), middle: Math.round(middle), high: Math.round(high) })
        }
      />
      <p class="section-note">{t(`demand-class.${forecast.demandClass}`)}</p>
      <ul class="stock-reasons">
        {forecast.reasons.map((reason) => (
          <li key={reason.message}>{sayDemandReason(reason)}</li>
        ))}
      </ul>
    </section>
  )
}
