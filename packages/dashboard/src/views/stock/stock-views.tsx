import { t } from '../../i18n/t.ts'
import { goStock, nothingOpen, type StockView, stockAddress, stockUrl, stockViews } from '../../state/address/stock.ts'
import { ScreenLink } from '../parts/screen-link.tsx'

// What is searched for in one is not what is in another; the warehouse stays.
const to = (view: StockView) => ({ view, ...nothingOpen, text: '' })

/** Between what is there and what is to come. */
export const StockViews = () => (
  <nav class="device-views" aria-label={t('stock-view.nav')}>
    {stockViews.map((view) => (
      <ScreenLink key={view} href={stockUrl(to(view))} current={stockAddress.value.view === view} onGo={() => goStock(to(view))}>
        {t(`stock-view.${view}`)}
      </ScreenLink>
    ))}
  </nav>
)
