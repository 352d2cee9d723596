import type { Arrival } from '@lading/shared/contract/stock-plan'
import { formatDate, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { go } from '../../state/address.ts'
import { ScreenLink } from '../screen-link.tsx'

export const Arrivals = ({ arrivals }: { arrivals: Arrival[] }) => (
  <section class="detail-section">
    <h3>{t('stock.arrivals')}</h3>
    {arrivals.length === 0 && <p class="section-note">{t('stock.no-arrivals')}</p>}
    <ul class="stock-arrivals">
      {arrivals.map(({ kind, id, label, quantity, p10, p50, p90 }) => (
        <li key={id}>
          {kind === 'shipment' ? (
            <ScreenLink href={`/?shipment=${id}`} onGo={() => go({ selectedId: id })}>
              {label}
            </ScreenLink>
          ) : (
            <span>{label}</span>
          )}
          <span>{t('stock.arrives', { quantity, day: dayOf(p50), low: dayOf(p10), high: dayOf(p90) })}</span>
        </li>
      ))}
    </ul>
  </section>
)

const dayOf = (instant: string) => formatDate(Date.parse(instant), viewerZone)
