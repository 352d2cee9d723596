import type { SupplyTerms } from '@lading/shared/contract/stock'
import type { StockPolicy } from '@lading/shared/contract/stock-plan'
import { formatNumber } from '../../format/number.ts'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { Fact } from './fact.tsx'

/** The figures that decide when and how much is ordered, and what they rest on. */
export const Policy = ({ policy, terms }: { policy: StockPolicy; terms: SupplyTerms }) => {
  const days = t('stock.days', { count: Math.round(policy.protectionDays) })
  return (
    <section class="detail-section">
      <h3>{t('stock.policy')}</h3>
      <dl class="facts">
        <Fact name={t('stock.policy.reorder-point')}>{formatNumber(policy.reorderPoint)}</Fact>
        <Fact name={t('stock.policy.safety-stock')}>{formatNumber(Math.round(policy.safetyStock))}</Fact>
        <Fact name={t('stock.policy.order-up-to')}>{formatNumber(policy.orderUpTo)}</Fact>
        <Fact name={t('stock.policy.demand')}>
          {t('stock.policy.demand-value', { mean: Math.round(policy.demandMean), sd: Math.round(policy.demandSd), days })}
        </Fact>
        <Fact name={t('stock.policy.service')}>
          {policy.fillRate === null
            ? t('stock.policy.cycle', { share: formatPercent(policy.cycleService ?? 0) })
            : t('stock.policy.fill', { share: formatPercent(policy.fillRate) })}
        </Fact>
        <Fact name={t('stock.policy.supplier')}>
          {t('stock.policy.supplier-value', {
            supplier: terms.supplier,
            days: t('stock.days', { count: terms.leadTimeDays }),
            sd: terms.leadTimeSdDays,
          })}
        </Fact>
      </dl>
    </section>
  )
}
