import type { ConditionLimits } from '@lading/shared/contract/shipment'
import type { ConditionSeries } from '@lading/shared/contract/track'
import { conditionNames } from '@lading/shared/domain/reading'
import { formatExact } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { later } from '../parts/later.tsx'

const ConditionCharts = later(async () => (await import('../../charts/condition-charts.tsx')).ConditionCharts)

type Props = { shipmentId: string; conditions: ConditionSeries[]; limits: ConditionLimits }

/** One chart a measurement, temperature first as the list of names has it. */
export const Conditions = ({ shipmentId, conditions, limits }: Props) => {
  const filled = conditionNames.flatMap((name) => conditions.filter(({ measurement, points }) => measurement === name && points.length > 0))
  if (filled.length === 0) return <p class="section-note">{t('detail.conditions-none')}</p>
  const hourlyUntil = filled.reduce<string | null>((last, series) => newer(last, series.hourlyUntil), null)
  return (
    <>
      <ConditionCharts shipmentId={shipmentId} filled={filled} limits={limits} />
      {hourlyUntil && <p class="section-note">{t('detail.conditions-hourly', { time: formatExact(Date.parse(hourlyUntil)) })}</p>}
    </>
  )
}

const newer = (a: string | null, b: string | null) => (a === null || (b !== null && Date.parse(b) > Date.parse(a)) ? b : a)
