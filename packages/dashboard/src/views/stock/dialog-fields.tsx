import { FieldError } from '../field-error.tsx'

type Props = {
  name: string
  label: string
  rule?: string
  messages: string[]
}

/** When it was: now where nothing is entered. In the reader's own time. */
export const TimeField = ({ name, label, rule, messages, required = false }: Props & { required?: boolean }) => (
  <label>
    <span>{label}</span>
    <input class="field" name={name} type="datetime-local" required={required} {...described(name, rule, messages)} />
    <Below name={name} rule={rule} messages={messages} />
  </label>
)

/** A whole number of units. */
export const QuantityField = ({
  name,
  label,
  rule,
  messages,
  value,
  least = 0,
  most = 1_000_000_000,
}: Props & { value: number; least?: number; most?: number }) => (
  <label>
    <span>{label}</span>
    <input
      class="field quantity"
      name={name}
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      step={1}
      required
      defaultValue={String(value)}
      {...described(name, rule, messages)}
    />
    <Below name={name} rule={rule} messages={messages} />
  </label>
)

const described = (name: string, rule: string | undefined, messages: string[]) => ({
  'aria-invalid': messages.length > 0,
  'aria-describedby': [rule && `deed-${name}-rule`, messages.length > 0 && `deed-${name}-error`].filter(Boolean).join(' ') || undefined,
})

const Below = ({ name, rule, messages }: Omit<Props, 'label'>) => (
  <>
    {rule && <small id={`deed-${name}-rule`}>{rule}</small>}
    <FieldError id={`deed-${name}-error`} messages={messages} />
  </>
)

/** What a field of a time says, as an instant; nothing where it is empty. */
export const instantOf = (value: FormDataEntryValue | null) => (value ? new Date(String(value)).toISOString() : undefined)
