import { t } from '../../i18n/t.ts'
import { Disclosure } from '../parts/disclosure.tsx'

export type Option<Value extends string> = { value: Value; text: string }

type Props<Value extends string> = {
  label: string
  options: Option<Value>[]
  chosen: Value[]
  onChoose: (values: Value[]) => void
}

/** Several of a few values, behind a button that says which. */
export const Choice = <Value extends string>({ label, options, chosen, onChoose }: Props<Value>) => {
  const single = chosen.length === 1 ? options.find(({ value }) => value === chosen[0])?.text : undefined
  return (
    <Disclosure
      isOn={chosen.length > 0}
      summary={single ?? (chosen.length > 1 ? t('filter.several', { name: label, count: chosen.length }) : label)}
    >
      {() => <Checks label={label} options={options} chosen={chosen} onChoose={onChoose} />}
    </Disclosure>
  )
}

export const Checks = <Value extends string>({ label, options, chosen, onChoose }: Props<Value>) => {
  const toggle = (value: Value, on: boolean) =>
    onChoose(options.map((option) => option.value).filter((one) => (one === value ? on : chosen.includes(one))))
  return (
    <fieldset class="checks">
      <legend class="unseen">{label}</legend>
      {options.map(({ value, text }) => (
        <label class="check" key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={({ currentTarget }) => toggle(value, currentTarget.checked)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
