import { modes } from '@lading/shared/domain/mode'
import { shipmentStates } from '@lading/shared/domain/shipment-state'
import { useRef } from 'preact/hooks'
import { t } from '../i18n/t.ts'
import { filter, goFilter } from '../state/address.ts'
import { searching } from '../state/list-load.ts'
import { SearchField } from './search-field.tsx'

/** Search and filters; all of them are in the address bar. */
export const Filters = () => (
  <search class="filters">
    <SearchField
      label={t('list.search')}
      hint={t('list.search-hint')}
      value={filter.value.text}
      onSearch={(wanted) => goFilter({ text: wanted })}
    >
      {searching.value && <span class="search-busy">{t('list.searching')}</span>}
    </SearchField>
    <div class="filter-row">
      <Choice
        label={t('filter.state')}
        options={shipmentStates.map((state) => ({ value: state, text: t(`state.${state}`) }))}
        chosen={filter.value.states}
        onChoose={(states) => goFilter({ states })}
      />
      <Choice
        label={t('filter.mode')}
        options={modes.map((mode) => ({ value: mode, text: t(`mode.${mode}`) }))}
        chosen={filter.value.modes}
        onChoose={(chosen) => goFilter({ modes: chosen })}
      />
      <label class="check">
        <input type="checkbox" checked={filter.value.alert} onChange={({ currentTarget }) => goFilter({ alert: currentTarget.checked })} />
        <span>{t('filter.alert')}</span>
      </label>
    </div>
  </search>
)

type ChoiceProps<Value extends string> = {
  label: string
  options: { value: Value; text: string }[]
  chosen: Value[]
  onChoose: (values: Value[]) => void
}

// A disclosure with check boxes: several values, and every key works as it does everywhere.
const Choice = <Value extends string>({ label, options, chosen, onChoose }: ChoiceProps<Value>) => {
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (details.current) details.current.open = false
  }
  const toggle = (value: Value, on: boolean) =>
    onChoose(options.map((option) => option.value).filter((one) => (one === value ? on : chosen.includes(one))))
  const single = chosen.length === 1 ? options.find(({ value }) => value === chosen[0])?.text : undefined
  return (
    <details
      class="choice"
      ref={details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return
        event.stopPropagation()
        close()
        details.current.querySelector('summary')?.focus()
      }}
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close()
      }}
    >
      <summary class={chosen.length > 0 ? 'button button-small button-on' : 'button button-small'}>
        {single ?? (chosen.length > 1 ? `${label}: ${chosen.length}` : label)}
      </summary>
      <fieldset class="choice-menu">
        <legend class="unseen">{label}</legend>
        {options.map(({ value, text }) => (
          <label class="check" key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ currentTarget }) => toggle(value, currentTarget.checked)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
