import type { StockTransfer } from '@lading/shared/contract/stock-transfer'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadTransfer, transferDetail } from '../../../data/stock/transfers.ts'
import { formatMoney } from '../../../format/money.ts'
import { formatNumber } from '../../../format/number.ts'
import { t } from '../../../i18n/t.ts'
import { goStock, nothingOpen, stockUrl } from '../../../state/address/stock.ts'
import { session } from '../../../state/server/session.ts'
import { Arrow } from '../../parts/arrow.tsx'
import { Fact } from '../../parts/fact.tsx'
import { ScreenLink } from '../../parts/screen-link.tsx'
import { Time } from '../../parts/time.tsx'
import { Drawer } from '../drawer.tsx'
import { ExpectedWhy } from '../expected.tsx'
import { useOpen } from '../follow-open.ts'
import { TransferLabel } from '../supply-label.tsx'
import { TransferActions } from './transfer-actions.tsx'

/** A transfer in full: how far it is, when it arrives and why then. */
export const TransferDrawer = ({ id }: { id: string }) => {
  const { failure, load } = useOpen(() => loadTransfer(id))
  useEffect(() => {
    transferDetail.value = undefined
  }, [])
  const transfer = transferDetail.value?.id === id ? transferDetail.value : undefined
  return (
    <Drawer label={t('transfer.detail')} title={transfer?.number ?? ''} failed={t('transfer.failed')} failure={failure} onRetry={load}>
      {transfer && <Full transfer={transfer} />}
    </Drawer>
  )
}

const Full = ({ transfer }: { transfer: StockTransfer }) => {
  const said = useSignal('')
  const { product, productName, fromName, toName, toWarehouse, quantity, arrivedQuantity, cost, arrival, why, leftAt, arrivedAt } = transfer
  const there = { view: 'products', ...nothingOpen, selected: { product, warehouse: toWarehouse } } as const
  return (
    <>
      <header class="device-heading">
        <h2>
          <ScreenLink href={stockUrl(there)} onGo={() => goStock(there)}>
            {productName}
          </ScreenLink>
        </h2>
        <p>
          <bdi>{fromName}</bdi> <Arrow /> <bdi>{toName}</bdi>
        </p>
      </header>
      <section class="detail-section">
        <h3>{t('stock.now')}</h3>
        <dl class="facts">
          <Fact name={t('transfer-column.state')}>
            <TransferLabel state={transfer.state} />
          </Fact>
          <Fact name={t('transfer-column.quantity')}>
            {arrivedQuantity === null ? formatNumber(quantity) : t('transfer.arrived-of', { part: arrivedQuantity, whole: quantity })}
          </Fact>
          {arrival && (
            <Fact name={t('transfer-column.expected')}>
              <ExpectedWhy arrival={arrival} why={why} />
            </Fact>
          )}
          <Fact name={t('transfer.planned')}>
            <Time at={transfer.createdAt} />
          </Fact>
          {leftAt && (
            <Fact name={t('transfer.left')}>
              <Time at={leftAt} />
            </Fact>
          )}
          {arrivedAt && (
            <Fact name={t('transfer.arrived')}>
              <Time at={arrivedAt} />
            </Fact>
          )}
          <Fact name={t('order-column.cost')}>{formatMoney(cost)}</Fact>
        </dl>
        {session.value && mayActAs(session.value.role, 'operator') && (
          <TransferActions
            transfer={transfer}
            onDone={(text) => {
              said.value = text
            }}
          />
        )}
        <p class="stock-said" role="status">
          {said.value}
        </p>
      </section>
    </>
  )
}
