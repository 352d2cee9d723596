import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { loadStock } from '../../data/stock.ts'
import { t } from '../../i18n/t.ts'
import { stock, warehouses } from '../../state/stock.ts'
import { goStock, stockAddress } from '../../state/stock-address.ts'
import { SearchField } from '../search-field.tsx'

export const WarehouseChoice = () => {
  const { warehouse } = stockAddress.value
  // The one that is filtered by is offered whether warehouses are known yet or not.
  const known = warehouses.value.some(([code]) => code === warehouse) || warehouse === ''
  useEffect(() => {
    if (stock.value.length === 0) void loadStock()
  }, [])
  return (
    <select
      class="field stock-warehouses"
      aria-label={t('stock.warehouse')}
      value={warehouse}
      onChange={({ currentTarget }) => goStock({ warehouse: currentTarget.value })}
    >
      <option value="">{t('stock.every-warehouse')}</option>
      {[...warehouses.value, ...(known ? [] : [[warehouse, warehouse] as const])].map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  )
}

type Props<State extends string> = {
  label: string
  hint: string
  states: readonly State[]
  state: State | undefined
  onState: (state: State | undefined) => void
  name: (state: State) => ComponentChildren
  children?: ComponentChildren
}

/** Search, warehouse and state of what is to come; what else there is stands between. */
export const SupplyFilters = <State extends string>({ label, hint, states, state, onState, name, children }: Props<State>) => (
  <search class="device-filters">
    <SearchField label={label} hint={hint} value={stockAddress.value.text} onSearch={(text) => goStock({ text })} />
    <WarehouseChoice />
    {children}
    <fieldset class="health-switches">
      <legend class="unseen">{t('supply.state')}</legend>
      {states.map((one) => (
        <button
          key={one}
          type="button"
          class={one === state ? 'button button-small button-on' : 'button button-small'}
          aria-pressed={one === state}
          onClick={() => onState(one === state ? undefined : one)}
        >
          {name(one)}
        </button>
      ))}
    </fieldset>
  </search>
)
