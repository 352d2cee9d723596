import { likelyShort } from '@lading/shared/domain/stock'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'

/** A probability as a figure with a bar; never told by colour alone. */
export const Risk = ({ probability }: { probability: number | null }) => {
  if (probability === null) return <span class="none">{t('stock.no-forecast')}</span>
  const level = probability >= 0.5 ? 'critical' : probability >= likelyShort ? 'warning' : 'low'
  return (
    <span class={`risk risk-${level}`}>
      <span class="risk-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(probability * 100)}%` }} />
      </span>
      {formatPercent(probability)}
    </span>
  )
}
