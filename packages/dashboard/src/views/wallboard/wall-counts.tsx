import { promiseStateOf } from '@lading/shared/domain/promise'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { computed } from '@preact/signals'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { IconName } from '../../icons/paths.ts'
import { alertsByState } from '../../state/queue/alerts.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { stockAtRisk } from '../../state/stock/risk.ts'

const counts = computed(() => {
  const underWay = [...shipments.value.values()].filter(({ state }) => !isFinished(state))
  const promises = underWay.map(({ missProbability }) =>
    typeof missProbability === 'number' ? promiseStateOf(missProbability) : undefined,
  )
  return {
    underWay: underWay.length,
    attention: new Set(alertsByState.value.open.map(({ shipmentId }) => shipmentId)).size,
    late: promises.filter((state) => state === 'late').length,
    short: stockAtRisk.value.length,
  }
})

/** How much there is, and how much of it is in trouble. */
export const WallCounts = () => {
  const { underWay, attention, late, short } = counts.value
  return (
    <dl class="wall-counts">
      <Count icon="state-in-transit" value={underWay} text={t('wallboard.under-way')} />
      <Count icon="bell" value={attention} text={t('wallboard.attention')} isBad={attention > 0} />
      <Count icon="kind-late" value={late} text={t('wallboard.late')} isBad={late > 0} />
      <Count icon="stock" value={short} text={t('wallboard.short')} isBad={short > 0} />
    </dl>
  )
}

const Count = ({ icon, value, text, isBad = false }: { icon: IconName; value: number; text: string; isBad?: boolean }) => (
  <div class={isBad ? 'wall-count wall-count-bad' : 'wall-count'}>
    <dt>
      <Icon name={icon} />
      {text}
    </dt>
    <dd>{t('figure', { count: value })}</dd>
  </div>
)
