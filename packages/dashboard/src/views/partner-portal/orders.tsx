import type { PartnerOrder, PartnerOrderList } from '@lading/shared/contract/partner-portal'
import { useSignal } from '@preact/signals'
import { countryName } from '../../format/country.ts'
import { formatDay } from '../../format/day.ts'
import { t } from '../../i18n/t.ts'
import { useAnswer } from '../parts/use-answer.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { PortalPage } from './page.tsx'

/** The open orders of a supplier, each line with when it is planned, and the day on which it comes. */
export const Orders = () => {
  const answer = useAnswer<PartnerOrderList>('/v1/partner/orders')
  const said = useSignal('')
  const onDone = (order: PartnerOrder, text: string) => {
    said.value = text
    const items = (answer.value.value?.items ?? []).map((one) => (one.id === order.id ? order : one))
    answer.value.value = { items }
  }
  return (
    <PortalPage title={t('portal.page.orders')} answer={answer}>
      {({ items }) => (
        <>
          <p class="section-note">{t(items.length === 0 ? 'portal.no-orders' : 'portal.orders-about')}</p>
          <p class="portal-said" role="status">
            {said.value}
          </p>
          <ul class="portal-cards">
            {items.map((order) => (
              <Order key={order.id} order={order} onDone={onDone} />
            ))}
          </ul>
        </>
      )}
    </PortalPage>
  )
}

const Order = ({ order, onDone }: { order: PartnerOrder; onDone: (order: PartnerOrder, text: string) => void }) => (
  <li class="portal-card">
    <h3>{order.number}</h3>
    <p class="section-note">{t('portal.order-for', { warehouse: order.warehouseName, country: countryName(order.country) })}</p>
    <ul class="portal-lines">
      {order.lines.map((line) => {
        const { product, productName, quantity, received, expectedAt, confirmed } = line
        return (
          <li key={product}>
            <strong>{productName}</strong> <span class="stock-sku">{product}</span>
            <p>{t('portal.open-units', { count: Math.max(0, quantity - received), whole: quantity })}</p>
            <p>{t('portal.planned', { day: formatDay(expectedAt) })}</p>
            <p>
              {confirmed
                ? t(confirmed.counts ? 'portal.confirmed' : 'portal.superseded', {
                    ...{ day: formatDay(confirmed.day), name: confirmed.by ?? '–' },
                  })
                : t('portal.not-confirmed')}
            </p>
            {received < quantity && <ConfirmForm order={order} line={line} onDone={onDone} />}
          </li>
        )
      })}
    </ul>
  </li>
)
