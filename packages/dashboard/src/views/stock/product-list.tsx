import { useEffect } from 'preact/hooks'
import { followStock, loadStock } from '../../data/stock.ts'
import { t } from '../../i18n/t.ts'
import { listedStock, needCount, stock, stockLoad } from '../../state/stock.ts'
import { goStock, stockAddress, stockNeeds } from '../../state/stock-address.ts'
import { FailureNote } from '../failure-note.tsx'
import { SearchField } from '../search-field.tsx'
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
    <search class="device-filters">
      <SearchField label={t('stock.search')} hint={t('stock.search-hint')} value={text} onSearch={(wanted) => goStock({ text: wanted })} />
      <WarehouseChoice />
      <fieldset class="health-switches">
        <legend class="unseen">{t('stock.show')}</legend>
        {stockNeeds.map((one) => (
          <button
            key={one}
            type="button"
            class={one === need ? 'button button-small button-on' : 'button button-small'}
            aria-pressed={one === need}
            onClick={() => goStock({ need: one === need ? undefined : one })}
          >
            {t(`stock.${one}`)}
            <span class="health-count">{t('figure', { count: needCount(one) })}</span>
          </button>
        ))}
      </fieldset>
    </search>
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
