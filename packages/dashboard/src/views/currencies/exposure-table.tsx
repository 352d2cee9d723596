import type { CurrencyExposure } from '@lading/shared/contract/exchange-rate'
import { currencyName, formatRateChange, formatRateShare } from '../../format/currency.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { goStock, nothingOpen, stockUrl } from '../../state/address/stock.ts'
import { exposure } from '../../state/currencies.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { StackedTable } from '../parts/stacked-table.tsx'
import { noonOf, sayDay } from '../stock/day.ts'
import { CurrencySnooze } from './currency-snooze.tsx'

const columns = ['what', 'day', 'open', 'then', 'now', 'change'] as const
/** Of each currency; more of them are counted. */
const mostOrders = 8

/** Open orders by their currency: what they were worth when they were placed, and are now. */
export const ExposureTable = () => {
  const { value: list } = exposure
  if (!list) return null
  return (
    <section class="currencies-section" aria-labelledby="exposure-title">
      <h3 id="exposure-title">{t('currencies.exposure')}</h3>
      {list.items.length === 0 ? (
        <p class="currencies-about">{t('currencies.no-exposure', { currency: currencyName(list.own) })}</p>
      ) : (
        <>
          <p class="currencies-about">{t('currencies.exposure-about', { percent: formatRateShare(list.threshold) })}</p>
          <div class="currencies-table" tabIndex={-1}>
            <StackedTable aria-labelledby="exposure-title">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col" class={`exposure-${column}`}>
                      {t(`currencies.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              {list.items.map((item) => (
                <Currency key={item.currency} item={item} />
              ))}
            </StackedTable>
          </div>
        </>
      )}
    </section>
  )
}

const Currency = ({ item }: { item: CurrencyExposure }) => {
  const { currency, open, worthThen, worthNow, change, isBeyond, since, unknown, orders } = item
  return (
    <tbody>
      <tr class={isBeyond ? 'exposure-currency exposure-beyond' : 'exposure-currency'}>
        <th scope="rowgroup" class="exposure-what">
          {currencyName(currency)} <span class="exposure-code">{currency}</span>
          {unknown > 0 && <small>{t('currencies.unknown', { count: unknown })}</small>}
          <CurrencySnooze item={item} />
        </th>
        <td class="exposure-day">{t('currencies.since', { day: sayDay(noonOf(since)) })}</td>
        <Amounts open={open} worthThen={worthThen} worthNow={worthNow} />
        <td class="exposure-change">
          {isBeyond && <Icon name="severity-warning" />}
          {change === null ? <None /> : formatRateChange(change)}
          {isBeyond && <span class="unseen"> {t('currencies.beyond')}</span>}
        </td>
      </tr>
      {orders.slice(0, mostOrders).map((order) => {
        const there = { view: 'orders', ...nothingOpen, orderId: order.id } as const
        return (
          <tr key={order.id} class="exposure-order">
            <th scope="row" class="exposure-what">
              <ScreenLink href={stockUrl(there)} onGo={() => goStock(there)}>
                {order.number}
              </ScreenLink>{' '}
              <span class="exposure-supplier">{order.supplier}</span>
            </th>
            <td class="exposure-day">{sayDay(noonOf(order.orderedOn))}</td>
            <Amounts open={order.open} worthThen={order.worthThen} worthNow={order.worthNow} />
            <td class="exposure-change">{order.change === null ? <None /> : formatRateChange(order.change)}</td>
          </tr>
        )
      })}
      {orders.length > mostOrders && (
        <tr class="exposure-order">
          <td colSpan={columns.length}>{t('currencies.more-orders', { count: orders.length - mostOrders })}</td>
        </tr>
      )}
    </tbody>
  )
}

const Amounts = ({ open, worthThen, worthNow }: Pick<CurrencyExposure, 'open' | 'worthThen' | 'worthNow'>) => (
  <>
    <td class="exposure-open">{formatMoney(open)}</td>
    <td class="exposure-then">{worthThen ? formatMoney(worthThen) : <None />}</td>
    <td class="exposure-now">{worthNow ? formatMoney(worthNow) : <None />}</td>
  </>
)

const None = () => <span class="none">–</span>
