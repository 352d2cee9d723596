import { purchaseOrderStates } from '@lading/shared/domain/stock'
import { useEffect } from 'preact/hooks'
import { loadSuppliers, orders, suppliers } from '../../../data/stock/orders.ts'
import { t } from '../../../i18n/t.ts'
import { goStock, stockAddress } from '../../../state/address/stock.ts'
import { FilterChoice } from '../../parts/filter-bar.tsx'
import { StockViews } from '../stock-views.tsx'
import { SupplyFilters } from '../supply-filters.tsx'
import { OrderLabel } from '../supply-label.tsx'
import { SupplyList } from '../supply-list.tsx'
import { NewOrderButton } from './new-order.tsx'
import { OrderTable } from './order-table.tsx'

/** Purchase orders, newest first. */
export const OrderList = () => (
  <SupplyList
    paged={orders}
    title={t('stock-view.orders')}
    views={<StockViews />}
    count={(count, isAll) => t(isAll ? 'orders.count' : 'supply.count-more', { count })}
    failed={t('orders.failed')}
    empty={t('orders.empty')}
    action={<NewOrderButton />}
    filters={
      <SupplyFilters
        label={t('orders.search')}
        hint={t('orders.search-hint')}
        states={purchaseOrderStates}
        state={stockAddress.value.orderState}
        onState={(orderState) => goStock({ orderState })}
        name={(state) => <OrderLabel state={state} />}
      >
        <SupplierChoice />
      </SupplyFilters>
    }
    table={(items) => <OrderTable orders={items} />}
  />
)

const SupplierChoice = () => {
  useEffect(() => void loadSuppliers(), [])
  const { supplier } = stockAddress.value
  // The one that is filtered by is offered whether suppliers are known yet or not.
  const offered = supplier === '' || suppliers.value.includes(supplier) ? suppliers.value : [...suppliers.value, supplier]
  return (
    <FilterChoice
      label={t('stock.policy.supplier')}
      every={t('orders.every-supplier')}
      options={offered.map((name) => [name, name] as const)}
      value={supplier}
      onChoose={(name = '') => goStock({ supplier: name })}
    />
  )
}
