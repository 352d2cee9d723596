import type { StockKey } from '@lading/shared/contract/stock'
import type { StockDetail, WhatIfAnswer } from '@lading/shared/contract/stock-plan'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Failure } from '../../data/request.ts'
import { loadStockDetail } from '../../data/stock.ts'
import { formatNumber } from '../../format/number.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { stockDetail } from '../../state/stock.ts'
import { goStock } from '../../state/stock-address.ts'
import { FailureNote } from '../failure-note.tsx'
import { Arrivals } from './arrivals.tsx'
import { DemandChart } from './demand-chart.tsx'
import { Fact } from './fact.tsx'
import { Policy } from './policy.tsx'
import { ProjectionChart } from './projection-chart.tsx'
import { Proposals } from './proposals.tsx'
import { Risk } from './risk.tsx'
import { Cover } from './stock-table.tsx'
import { WhatIfForm } from './what-if-form.tsx'

export const closeStock = () => goStock({ selected: undefined })

/** A product in a warehouse in full: what to do, what will be sold, how stock will move, and what would be if. */
export const StockDrawer = ({ stockKey }: { stockKey: StockKey }) => {
  const top = useRef<HTMLElement>(null)
  const failure = useSignal<Failure | undefined>(undefined)
  const load = () => {
    failure.value = undefined
    void loadStockDetail(stockKey).then((result) => {
      if (!result.ok) failure.value = result.failure
    })
  }
  useEffect(() => {
    stockDetail.value = undefined
    top.current?.focus({ preventScroll: true })
    load()
  }, [])
  const { value: detail } = stockDetail
  return (
    <section class="detail" ref={top} tabIndex={-1} aria-label={t('stock.detail')}>
      <div class="detail-bar">
        <button type="button" class="button button-quiet button-icon detail-back" aria-label={t('stock.close')} onClick={closeStock}>
          <Icon name="back" />
        </button>
        <span class="detail-number">{stockKey.product}</span>
        <button type="button" class="button button-quiet button-icon detail-close" aria-label={t('stock.close')} onClick={closeStock}>
          <Icon name="close" />
        </button>
      </div>
      <div class="detail-body">
        {failure.value && <FailureNote what={t('stock.detail-failed')} failure={failure.value} onRetry={load} />}
        {detail ? (
          <Full detail={detail} />
        ) : (
          !failure.value && (
            <p class="note" role="status">
              {t('stock.loading')}
            </p>
          )
        )}
      </div>
    </section>
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
