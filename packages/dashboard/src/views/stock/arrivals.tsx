import type { Arrival } from '@lading/shared/contract/stock-plan'
import { formatDate, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { go } from '../../state/address/live-map.ts'
import { goStock, nothingOpen, type StockAddress, stockUrl } from '../../state/address/stock.ts'
import { ScreenLink } from '../parts/screen-link.tsx'

export const Arrivals = ({ arrivals }: { arrivals: Arrival[] }) => (
  <section class="detail-section">
    <h3>{t('stock.arrivals')}</h3>
    {arrivals.length === 0 && <p class="section-note">{t('stock.no-arrivals')}</p>}
    <ul class="stock-arrivals">
      {arrivals.map(({ kind, id, label, quantity, p10, p50, p90 }) => (
        <li key={id}>
          <ScreenLink {...doorOf[kind](id)}>{label}</ScreenLink>
          <span>{t('stock.arrives', { quantity, day: dayOf(p50), low: dayOf(p10), high: dayOf(p90) })}</span>
        </li>
      ))}
    </ul>
  </section>
)

const dayOf = (instant: string) => formatDate(Date.parse(instant), viewerZone)

const doorOf: Record<Arrival['kind'], (id: string) => { href: string; onGo: () => void }> = {
  shipment: (id) => ({ href: `/?shipment=${id}`, onGo: () => go({ selectedId: id }) }),
  'purchase-order': (id) => stockDoor({ view: 'orders', ...nothingOpen, orderId: id }),
  transfer: (id) => stockDoor({ view: 'transfers', ...nothingOpen, transferId: id }),
}

const stockDoor = (to: Partial<StockAddress>) => ({ href: stockUrl(to), onGo: () => goStock(to) })
