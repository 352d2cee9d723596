import type { SupplyTerms } from '@lading/shared/contract/stock'
import type { StockDetail, WhatIf, WhatIfAnswer } from '@lading/shared/contract/stock-plan'
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { askWhatIf } from '../../data/stock/stock.ts'
import { formatMoney } from '../../format/money.ts'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'

type Props = { detail: StockDetail; terms: SupplyTerms; answer: Signal<WhatIfAnswer | undefined> }
type Change = Pick<WhatIf, 'serviceLevel' | 'leadTimeDays' | 'promotion'>

/** A hand on a slider moves it many times a second; one question in this time is enough. */
const settleMs = 120
const dayMs = 86_400_000

/** Sliders, and at once what would be: figures here, the projection and the forecast in the charts. */
export const WhatIfForm = ({ detail, terms, answer }: Props) => {
  const change = useSignal<Change>({})
  const failure = useSignal<Failure | undefined>(undefined)
  const lift = useSignal<number | null>(null)
  const { product, warehouse } = detail.line
  const wanted = change.value
  const asked = useRef<AbortController | undefined>(undefined)
  useEffect(() => {
    asked.current?.abort()
    const controller = new AbortController()
    asked.current = controller
    const timer = setTimeout(async () => {
      const result = await askWhatIf({ product, warehouse, ...wanted }, controller.signal)
      if (controller.signal.aborted) return
      failure.value = result.ok ? undefined : result.failure
      if (!result.ok) return
      lift.value = result.value.promotionLift
      answer.value = Object.keys(wanted).length > 0 ? result.value : undefined
    }, settleMs)
    return () => clearTimeout(timer)
  }, [wanted])

  const beginMs = Date.parse(detail.forecast?.from ?? '') + 7 * dayMs
  const nextWeek = { from: isoDay(beginMs), until: isoDay(beginMs + 6 * dayMs) }
  const { promotion: _, ...withoutPromotion } = wanted
  const set = (next: Change) => {
    change.value = next
  }
  const serviceLevel = wanted.serviceLevel ?? terms.serviceLevel
  // As it is, which is what past orders have shown, not what was agreed.
  const asIs = Math.round(detail.leadTime?.meanDays ?? terms.leadTimeDays)
  const leadTimeDays = wanted.leadTimeDays ?? asIs
  return (
    <section class="detail-section what-if">
      <h3>{t('stock.what-if')}</h3>
      {terms.service !== 'cost' && (
        <label>
          <span>{t('stock.what-if.service')}</span>
          <span class="what-if-value">{`${(serviceLevel * 100).toFixed(1)} %`}</span>
          <input
            type="range"
            min={0.5}
            max={0.995}
            step={0.005}
            value={serviceLevel}
            onInput={({ currentTarget }) => set({ ...wanted, serviceLevel: currentTarget.valueAsNumber })}
          />
        </label>
      )}
      <label>
        <span>{t('stock.what-if.lead-time')}</span>
        <span class="what-if-value">{t('stock.days', { count: leadTimeDays })}</span>
        <input
          type="range"
          min={0}
          max={Math.max(60, asIs * 2)}
          step={1}
          value={leadTimeDays}
          onInput={({ currentTarget }) => set({ ...wanted, leadTimeDays: currentTarget.valueAsNumber })}
        />
      </label>
      {lift.value !== null && (
        <label class="what-if-check">
          <input
            type="checkbox"
            checked={wanted.promotion !== undefined}
            onChange={({ currentTarget }) => set(currentTarget.checked ? { ...wanted, promotion: nextWeek } : withoutPromotion)}
          />
          <span>{t('stock.what-if.promotion', { lift: lift.value.toFixed(1) })}</span>
        </label>
      )}
      {failure.value && <FailureNote failure={failure.value} />}
      <div class="what-if-answer" role="status">
        {answer.value && <Answer answer={answer.value} />}
      </div>
      {answer.value && (
        <button type="button" class="button button-small" onClick={() => set({})}>
          {t('stock.what-if.reset')}
        </button>
      )}
    </section>
  )
}

const Answer = ({ answer: { policy, stockOutProbability, order } }: { answer: WhatIfAnswer }) => (
  <>
    <p>
      {t('stock.what-if.answer', {
        reorderPoint: policy.reorderPoint,
        safetyStock: Math.round(policy.safetyStock),
        risk: formatPercent(stockOutProbability),
      })}
    </p>
    <p>{order ? t('stock.what-if.order', { quantity: order.quantity, cost: formatMoney(order.cost) }) : t('stock.what-if.no-order')}</p>
  </>
)

const isoDay = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)
