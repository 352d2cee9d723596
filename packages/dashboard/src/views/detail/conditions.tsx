import type { ConditionLimits } from '@lading/shared/contract/shipment'
import type { ConditionSeries } from '@lading/shared/contract/track'
import { conditionNames } from '@lading/shared/domain/reading'
import { ConditionChart } from '../../charts/condition-chart.tsx'
import { formatExact } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'

/** One chart a measurement, temperature first as the list of names has it. */
export const Conditions = ({ conditions, limits }: { conditions: ConditionSeries[]; limits: ConditionLimits }) => {
  const filled = conditionNames.flatMap((name) => conditions.filter(({ measurement, points }) => measurement === name && points.length > 0))
  if (filled.length === 0) return <p class="section-note">{t('detail.conditions-none')}</p>
  const hourlyUntil = filled.reduce<string | null>((last, series) => later(last, series.hourlyUntil), null)
  return (
    <>
      {filled.map((series) => (
        <ConditionChart key={series.measurement} series={series} limits={limits} />
      ))}
      {hourlyUntil && <p class="section-note">{t('detail.conditions-hourly', { time: formatExact(Date.parse(hourlyUntil)) })}</p>}
    </>
  )
}

const later = (a: string | null, b: string | null) => (a === null || (b !== null && Date.parse(b) > Date.parse(a)) ? b : a)
