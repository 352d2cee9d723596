import { transferStates } from '@lading/shared/domain/stock'
import { transfers } from '../../../data/stock/transfers.ts'
import { t } from '../../../i18n/t.ts'
import { goStock, stockAddress } from '../../../state/address/stock.ts'
import { StockViews } from '../stock-views.tsx'
import { SupplyFilters } from '../supply-filters.tsx'
import { TransferLabel } from '../supply-label.tsx'
import { SupplyList } from '../supply-list.tsx'
import { NewTransferButton } from './new-transfer.tsx'
import { TransferTable } from './transfer-table.tsx'

/** Transfers between warehouses, newest first. */
export const TransferList = () => (
  <SupplyList
    paged={transfers}
    title={t('stock-view.transfers')}
    views={<StockViews />}
    count={(count, isAll) => t(isAll ? 'transfers.count' : 'supply.count-more', { count })}
    failed={t('transfers.failed')}
    empty={t('transfers.empty')}
    action={<NewTransferButton />}
    filters={
      <SupplyFilters
        label={t('transfers.search')}
        hint={t('orders.search-hint')}
        states={transferStates}
        state={stockAddress.value.transferState}
        onState={(transferState) => goStock({ transferState })}
        name={(state) => <TransferLabel state={state} />}
      />
    }
    table={(items) => <TransferTable transfers={items} />}
  />
)
