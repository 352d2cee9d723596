import type { StockKey } from '@lading/shared/contract/stock'
import type { StockDetail, WhatIfAnswer } from '@lading/shared/contract/stock-plan'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadStockDetail } from '../../data/stock/stock.ts'
import { formatNumber } from '../../format/number.ts'
import { t } from '../../i18n/t.ts'
import { stockDetail } from '../../state/stock/stock.ts'
import { Fact } from '../parts/fact.tsx'
import { Arrivals } from './arrivals.tsx'
import { DemandChart } from './demand-chart.tsx'
import { Drawer } from './drawer.tsx'
import { useOpen } from './follow-open.ts'
import { Policy } from './policy.tsx'
import { ProjectionChart } from './projection-chart.tsx'
import { Proposals } from './proposals.tsx'
import { Risk } from './risk.tsx'
import { Cover } from './stock-table.tsx'
import { WhatIfForm } from './what-if-form.tsx'

/** A product in a warehouse in full: what to do, what will be sold, how stock will move, and what would be if. */
export const StockDrawer = ({ stockKey }: { stockKey: StockKey }) => {
  const { failure, load } = useOpen(() => loadStockDetail(stockKey))
  useEffect(() => {
    stockDetail.value = undefined
  }, [])
  const { value: detail } = stockDetail
  return (
    <Drawer label={t('stock.detail')} title={stockKey.product} failed={t('stock.detail-failed')} failure={failure} onRetry={load}>
      {detail && <Full detail={detail} />}
    </Drawer>
  )
}

const Full = ({ detail }: { detail: StockDetail }) => {
  const answer = useSignal<WhatIfAnswer | undefined>(undefined)
  const { line, forecast, policy, terms } = detail
  const shown = answer.value ?? { forecast, policy, projection: detail.projection }
  return (
    <>
      <header class="device-heading">
        <h2>{line.productName}</h2>
        <p>{line.warehouseName}</p>
      </header>
      <section class="detail-section">
        <h3>{t('stock.now')}</h3>
        <dl class="facts">
          <Fact name={t('stock.column.on-hand')}>
            {formatNumber(line.onHand)}
            {line.reserved > 0 && <small>{t('stock.reserved', { count: line.reserved })}</small>}
            {line.onHand < 0 && <small class="stock-negative">{t('stock.below-zero')}</small>}
          </Fact>
          <Fact name={t('stock.column.in-transit')}>{formatNumber(line.inTransit)}</Fact>
          <Fact name={t('stock.column.cover')}>
            <Cover line={line} />
          </Fact>
          <Fact name={t('stock.column.risk')}>
            <Risk probability={line.stockOutProbability} />
          </Fact>
        </dl>
      </section>
      {!terms && <p class="note">{t('stock.no-terms')}</p>}
      {terms && !policy && <p class="note">{t('stock.no-plan')}</p>}
      {policy && <Proposals proposals={detail.proposals} />}
      {shown.projection.length > 0 && (
        <ProjectionChart projection={shown.projection} arrivals={detail.arrivals} reorderPoint={shown.policy?.reorderPoint ?? null} />
      )}
      {policy && terms && <WhatIfForm detail={detail} terms={terms} answer={answer} />}
      {shown.forecast && <DemandChart history={detail.history} forecast={shown.forecast} />}
      <Arrivals arrivals={detail.arrivals} />
      {shown.policy && terms && <Policy policy={shown.policy} terms={terms} leadTime={detail.leadTime} />}
    </>
  )
}
