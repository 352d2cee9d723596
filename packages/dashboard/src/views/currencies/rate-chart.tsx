import { BandChart } from '../../charts/band-chart.tsx'
import { currencyName, formatRate, formatRateChange } from '../../format/currency.ts'
import { t } from '../../i18n/t.ts'
import { rateHistory, shownCurrency } from '../../state/currencies.ts'
import { noonOf, sayDay } from '../stock/day.ts'

/** How a currency went in the last three months. */
export const RateChart = () => {
  const { value: currency } = shownCurrency
  const { value: past } = rateHistory
  if (!currency) return null
  const points = past?.currency === currency ? past.items.map(({ date, rate }) => pointOf(date, Number(rate))) : []
  const [first, last] = [points[0], points.at(-1)]
  const rates = points.map(({ middle }) => middle)
  return (
    <section class="currencies-section currencies-chart" aria-labelledby="rate-chart-title">
      <h3 id="rate-chart-title">{currencyName(currency)}</h3>
      {past?.currency === currency && (!first || !last || points.length < 2) && (
        <p class="currencies-about">{t('currencies.no-history')}</p>
      )}
      {past?.currency === currency && first && last && points.length > 1 && (
        <>
          <BandChart
            summary={t('currencies.chart-summary', {
              ...{ base: past.base, currency, from: sayDay(first.at), to: sayDay(last.at) },
              ...{ low: formatRate(Math.min(...rates)), high: formatRate(Math.max(...rates)), last: formatRate(last.middle) },
            })}
            points={points}
            leastRange={last.middle * 0.02}
            formatTick={formatRate}
            describe={({ at, middle }) =>
              t('currencies.chart-point', { day: sayDay(at), base: past.base, rate: formatRate(middle), currency })
            }
          />
          <p class="currencies-about">
            {t('currencies.chart-change', {
              currency,
              change: formatRateChange(first.middle / last.middle - 1),
              from: sayDay(first.at),
              base: past.base,
            })}
          </p>
        </>
      )}
    </section>
  )
}

const pointOf = (date: string, rate: number) => ({ at: noonOf(date), low: rate, middle: rate, high: rate })
