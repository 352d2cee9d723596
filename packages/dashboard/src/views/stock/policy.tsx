import type { SupplyTerms } from '@lading/shared/contract/stock'
import type { LeadTime, StockPolicy } from '@lading/shared/contract/stock-plan'
import { formatNumber } from '../../format/number.ts'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { Fact } from '../parts/fact.tsx'

type Props = { policy: StockPolicy; terms: SupplyTerms; leadTime: LeadTime | null }

/** The figures that decide when and how much is ordered, and what they rest on. */
export const Policy = ({ policy, terms, leadTime }: Props) => {
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
        {policy.limits.length > 0 && (
          <Fact name={t('stock.policy.limits')}>
            {policy.limits.map((limit) => (
              <span key={limit} class="stock-limit">
                {t(`policy-limit.${limit}`)}
              </span>
            ))}
          </Fact>
        )}
        <Fact name={t('stock.policy.service')}>
          {policy.fillRate === null
            ? t('stock.policy.cycle', { share: formatPercent(policy.cycleService ?? 0) })
            : t('stock.policy.fill', { share: formatPercent(policy.fillRate) })}
        </Fact>
        <Fact name={t('stock.policy.supplier')}>{terms.supplier}</Fact>
        {leadTime && (
          <Fact name={t('stock.policy.lead-time')}>
            {t('stock.lead-time.value', { mean: Math.round(leadTime.meanDays), sd: rounded(leadTime.sdDays) })}
            {basisOf(leadTime).map((line) => (
              <small key={line}>{line}</small>
            ))}
          </Fact>
        )}
      </dl>
    </section>
  )
}

const rounded = (days: number) => Math.round(days * 10) / 10

/** What the lead time rests on, in words. */
const basisOf = ({ orders, otherOrders, onShipments, agreedDays, agreedSdDays }: LeadTime) => {
  if (orders + otherOrders + onShipments === 0) return [t('stock.lead-time.agreed-only')]
  return [
    orders > 0 && t('stock.lead-time.orders', { count: orders }),
    otherOrders > 0 && t('stock.lead-time.others', { count: otherOrders }),
    onShipments > 0 && t('stock.lead-time.shipments', { count: onShipments }),
    t('stock.lead-time.agreed', { mean: rounded(agreedDays), sd: rounded(agreedSdDays) }),
  ].filter((line) => line !== false)
}
