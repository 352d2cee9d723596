import { useEffect } from 'preact/hooks'
import { followStock, loadStock } from '../../data/stock/stock.ts'
import { t } from '../../i18n/t.ts'
import { goStock, stockAddress, stockNeeds } from '../../state/address/stock.ts'
import { listedStock, needCount, stock, stockLoad } from '../../state/stock/stock.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { FilterBar, FilterSwitches } from '../parts/filter-bar.tsx'
import { StockTable } from './stock-table.tsx'
import { StockViews } from './stock-views.tsx'
import { WarehouseChoice } from './supply-filters.tsx'

/** Every product in every warehouse, those likeliest to run out first. */
export const ProductList = () => {
  useEffect(followStock, [])
  return (
    <section class="devices-main" aria-labelledby="stock-title">
      <div class="devices-bar">
        <h2 id="stock-title" class="unseen">
          {t('stock.title')}
        </h2>
        <StockViews />
        <Count />
        <Filters />
      </div>
      {listedStock.value.length > 0 ? <StockTable lines={listedStock.value} /> : <Nothing />}
    </section>
  )
}

const Count = () => {
  const [count, total] = [listedStock.value.length, stock.value.length]
  return (
    <p class="devices-count" role="status">
      {total > 0 && (count === total ? t('stock.count', { count }) : t('stock.count-filtered', { count, total }))}
    </p>
  )
}

const Filters = () => {
  const { text, need } = stockAddress.value
  return (
    <FilterBar label={t('stock.search')} hint={t('stock.search-hint')} text={text} onSearch={(wanted) => goStock({ text: wanted })}>
      <WarehouseChoice />
      <FilterSwitches
        legend={t('stock.show')}
        options={stockNeeds}
        isOn={(one) => one === need}
        onSwitch={(one, on) => goStock({ need: on ? one : undefined })}
        name={(one) => (
          <>
            {t(`stock.${one}`)}
            <span class="health-count">{t('figure', { count: needCount(one) })}</span>
          </>
        )}
      />
    </FilterBar>
  )
}

const Nothing = () => {
  const { value: load } = stockLoad
  if (load.status === 'failed') return <FailureNote what={t('stock.failed')} failure={load.failure} onRetry={() => void loadStock()} />
  if (load.status === 'loading')
    return (
      <p class="note" role="status">
        {t('stock.loading')}
      </p>
    )
  if (stock.value.length === 0) return <p class="note">{t('stock.empty')}</p>
  return (
    <div class="note" role="status">
      <p>{t('stock.no-match')}</p>
      <button type="button" class="button" onClick={() => goStock({ text: '', warehouse: '', need: undefined })}>
        {t('action.clear-filter')}
      </button>
    </div>
  )
}
