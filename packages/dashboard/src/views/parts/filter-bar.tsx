import type { ComponentChildren } from 'preact'
import { t } from '../../i18n/t.ts'
import { SearchField } from './search-field.tsx'

type Props = {
  label: string
  hint: string
  text: string
  onSearch: (text: string) => void
  /** Takes all of it away; offered while anything is filtered by. */
  onClear?: (() => void) | undefined
  children?: ComponentChildren
}

/** Above a list: the search, and what else it is filtered by. */
export const FilterBar = ({ label, hint, text, onSearch, onClear, children }: Props) => (
  <search class="device-filters">
    <SearchField label={label} hint={hint} value={text} onSearch={onSearch} />
    {children}
    {onClear && (
      <button type="button" class="button" onClick={onClear}>
        {t('action.clear-filter')}
      </button>
    )}
  </search>
)

type ChoiceProps<Value extends string> = {
  label: string
  /** What the choice of none is called. */
  every: string
  options: readonly (readonly [Value, string])[]
  value: Value | undefined
  onChoose: (value: Value | undefined) => void
}

/** One of many, or any. */
export const FilterChoice = <Value extends string>({ label, every, options, value, onChoose }: ChoiceProps<Value>) => (
  <select
    class="field stock-warehouses"
    aria-label={label}
    value={value ?? ''}
    onChange={({ currentTarget }) => onChoose(options.find(([one]) => one === currentTarget.value)?.[0])}
  >
    <option value="">{every}</option>
    {options.map(([one, name]) => (
      <option key={one} value={one}>
        {name}
      </option>
    ))}
  </select>
)

type SwitchesProps<Value extends string> = {
  legend: string
  options: readonly Value[]
  isOn: (value: Value) => boolean
  onSwitch: (value: Value, on: boolean) => void
  name: (value: Value) => ComponentChildren
}

/** Some of a few, each with a switch. */
export const FilterSwitches = <Value extends string>({ legend, options, isOn, onSwitch, name }: SwitchesProps<Value>) => (
  <fieldset class="health-switches">
    <legend class="unseen">{legend}</legend>
    {options.map((one) => (
      <button
        key={one}
        type="button"
        class={isOn(one) ? 'button button-small button-on' : 'button button-small'}
        aria-pressed={isOn(one)}
        onClick={() => onSwitch(one, !isOn(one))}
      >
        {name(one)}
      </button>
    ))}
  </fieldset>
)
