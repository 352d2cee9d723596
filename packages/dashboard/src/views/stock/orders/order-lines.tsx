import type { PurchaseOrder, PurchaseOrderLine } from '@lading/shared/contract/purchase-order'
import { formatDay } from '../../../format/day.ts'
import { formatMoney } from '../../../format/money.ts'
import { t } from '../../../i18n/t.ts'
import { goStock, nothingOpen, stockUrl } from '../../../state/address/stock.ts'
import { ScreenLink } from '../../parts/screen-link.tsx'
import { ExpectedWhy } from '../expected.tsx'

/** What is ordered: of each product how much has come, when the rest does and what that rests on. */
export const OrderLines = ({ order: { lines, warehouse } }: { order: PurchaseOrder }) => (
  <section class="detail-section">
    <h3>{t('order.lines')}</h3>
    <ul class="order-lines">
      {lines.map((line) => (
        <Line key={line.product} line={line} warehouse={warehouse} />
      ))}
    </ul>
  </section>
)

const Line = ({ line, warehouse }: { line: PurchaseOrderLine; warehouse: string }) => {
  const { product, productName, quantity, received, cost, arrival, why, confirmed, expectedAt } = line
  const there = { view: 'products', ...nothingOpen, selected: { product, warehouse } } as const
  return (
    <li>
      <span class="order-line-name">
        <ScreenLink href={stockUrl(there)} onGo={() => goStock(there)}>
          {productName}
        </ScreenLink>
        <span class="stock-sku">{product}</span>
      </span>
      <span class="order-line-cost">{formatMoney(cost)}</span>
      <span class="order-line-come">
        <span class="risk-bar" aria-hidden="true">
          <span style={{ width: `${Math.min(100, (received / quantity) * 100)}%` }} />
        </span>
        {t('order.come', { part: received, whole: quantity })}
        {received > quantity && <strong>{t('order.over', { count: received - quantity })}</strong>}
      </span>
      {arrival && (
        <div class="order-line-arrival">
          <ExpectedWhy arrival={arrival} why={why} />
          {confirmed && (
            <p class="order-line-confirmed">
              {t('order.confirmed', {
                ...{ day: formatDay(confirmed.day), name: confirmed.by ?? '–', planned: formatDay(expectedAt) },
              })}
            </p>
          )}
        </div>
      )}
    </li>
  )
}
