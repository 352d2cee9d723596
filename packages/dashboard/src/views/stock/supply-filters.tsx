import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { loadStock } from '../../data/stock/stock.ts'
import { t } from '../../i18n/t.ts'
import { goStock, stockAddress } from '../../state/address/stock.ts'
import { stock, warehouses } from '../../state/stock/stock.ts'
import { FilterBar, FilterChoice, FilterSwitches } from '../parts/filter-bar.tsx'

export const WarehouseChoice = () => {
  const { warehouse } = stockAddress.value
  // The one that is filtered by is offered whether warehouses are known yet or not.
  const known = warehouses.value.some(([code]) => code === warehouse) || warehouse === ''
  useEffect(() => {
    if (stock.value.length === 0) void loadStock()
  }, [])
  return (
    <FilterChoice
      label={t('stock.warehouse')}
      every={t('stock.every-warehouse')}
      options={[...warehouses.value, ...(known ? [] : [[warehouse, warehouse] as const])]}
      value={warehouse}
      onChoose={(code = '') => goStock({ warehouse: code })}
    />
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
  <FilterBar label={label} hint={hint} text={stockAddress.value.text} onSearch={(text) => goStock({ text })}>
    <WarehouseChoice />
    {children}
    <FilterSwitches
      legend={t('supply.state')}
      options={states}
      isOn={(one) => one === state}
      onSwitch={(one, on) => onState(on ? one : undefined)}
      name={name}
    />
  </FilterBar>
)
