import type { PurchaseOrderDetail } from '@lading/shared/contract/purchase-order'
import { formatNumber } from '../../../format/number.ts'
import { t } from '../../../i18n/t.ts'
import { Time } from '../../parts/time.tsx'

/** What has come of an order, oldest first. */
export const OrderReceipts = ({ order: { receipts, lines } }: { order: PurchaseOrderDetail }) => (
  <section class="detail-section">
    <h3>{t('order.receipts')}</h3>
    {receipts.length === 0 && <p class="section-note">{t('order.no-receipts')}</p>}
    <ul class="stock-arrivals">
      {receipts.map(({ product, quantity, at, externalId, isBooked }) => (
        <li key={`${externalId} ${product}`}>
          <span>
            {t('order.receipt', {
              quantity: formatNumber(quantity),
              product: lines.find((line) => line.product === product)?.productName ?? product,
            })}
            {!isBooked && <small> {t('order.not-booked')}</small>}
          </span>
          <Time at={at} />
        </li>
      ))}
    </ul>
  </section>
)
