import type { PurchaseOrderDetail } from '@lading/shared/contract/purchase-order'
import type { Proposal } from '@lading/shared/contract/stock-plan'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadOrder, orderDetail, refreshOrder } from '../../../data/stock/orders.ts'
import { formatMoney } from '../../../format/money.ts'
import { t } from '../../../i18n/t.ts'
import { go } from '../../../state/address/live-map.ts'
import { session } from '../../../state/server/session.ts'
import { ClaimsSection } from '../../claims/claims-section.tsx'
import { Fact } from '../../parts/fact.tsx'
import { ScreenLink } from '../../parts/screen-link.tsx'
import { Time } from '../../parts/time.tsx'
import { windowOf } from '../arrival-window.ts'
import { Drawer } from '../drawer.tsx'
import { Expected } from '../expected.tsx'
import { useOpen } from '../follow-open.ts'
import { OneProposal } from '../proposals.tsx'
import { OrderLabel } from '../supply-label.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderLines } from './order-lines.tsx'
import { OrderReceipts } from './order-receipts.tsx'

/** A purchase order in full: how far it is, what of it has come, when the rest does and why then. */
export const OrderDrawer = ({ id }: { id: string }) => {
  const { failure, load } = useOpen(() => loadOrder(id))
  useEffect(() => {
    orderDetail.value = undefined
  }, [])
  const detail = orderDetail.value?.order.id === id ? orderDetail.value : undefined
  return (
    <Drawer label={t('order.detail')} title={detail?.order.number ?? ''} failed={t('order.failed')} failure={failure} onRetry={load}>
      {detail && <Full {...detail} />}
    </Drawer>
  )
}

const Full = ({ order, proposals }: { order: PurchaseOrderDetail; proposals: Proposal[] }) => {
  const said = useSignal('')
  const say = (text: string) => {
    said.value = text
  }
  const window = windowOf(order.lines)
  return (
    <>
      <header class="device-heading">
        <h2>{order.supplier}</h2>
        <p>{t('order.for', { warehouse: order.warehouseName })}</p>
      </header>
      <section class="detail-section">
        <h3>{t('stock.now')}</h3>
        <dl class="facts">
          <Fact name={t('order-column.state')}>
            <OrderLabel state={order.state} />
          </Fact>
          <Fact name={t('order-column.expected')}>{window ? <Expected arrival={window} /> : t('order.nothing-open')}</Fact>
          <Fact name={t('order.placed')}>
            {order.orderedAt ? <Time at={order.orderedAt} /> : <span class="none">{t('order.not-placed')}</span>}
          </Fact>
          <Fact name={t('order-column.cost')}>{formatMoney(order.cost)}</Fact>
          {order.shipments.length > 0 && (
            <Fact name={t('order.shipments')}>
              {order.shipments.map(({ id, trackingNumber }) => (
                <ScreenLink key={id} href={`/?shipment=${id}`} class="order-shipment" onGo={() => go({ selectedId: id })}>
                  {trackingNumber}
                </ScreenLink>
              ))}
            </Fact>
          )}
        </dl>
        {session.value && mayActAs(session.value.role, 'operator') && <OrderActions order={order} onDone={say} />}
        <p class="stock-said" role="status">
          {said.value}
        </p>
      </section>
      {proposals.length > 0 && (
        <section class="detail-section">
          <h3>{t('stock.proposals')}</h3>
          {proposals.map((proposal) => (
            <OneProposal
              key={proposal.id}
              proposal={proposal}
              onDecided={({ text }) => {
                say(text)
                void refreshOrder(order.id)
              }}
            />
          ))}
        </section>
      )}
      <OrderLines order={order} />
      <OrderReceipts order={order} />
      {order.state !== 'draft' && (
        <ClaimsSection
          key={`claims ${order.id}`}
          about={{ subject: { orderId: order.id }, called: order.number, parties: [order.supplier], currency: order.cost.currency }}
        />
      )}
    </>
  )
}
