import { FieldError } from '../parts/field-error.tsx'

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

// More than spaces.
const anyText = '.*\\S.*'

type TextProps = Props & {
  required?: boolean
  most: number
  value?: string | undefined
  /** Written in words of a language, not a code or a name of a thing. */
  isProse?: boolean
  among?: readonly { value: string; name?: string }[]
}

/** Text, perhaps one of those that are known; what is not among them can be entered all the same. */
export const TextField = ({ name, label, rule, messages, required = false, most, value, isProse = false, among }: TextProps) => (
  <label>
    <span>{label}</span>
    <input
      class="field"
      name={name}
      required={required}
      maxLength={most}
      pattern={required ? anyText : undefined}
      autoComplete="off"
      spellcheck={isProse}
      defaultValue={value}
      list={among && `deed-${name}-known`}
      {...described(name, rule, messages)}
    />
    {among && (
      <datalist id={`deed-${name}-known`}>
        {among.map(({ value, name: shown }) => (
          <option key={value} value={value} label={shown} />
        ))}
      </datalist>
    )}
    <Below name={name} rule={rule} messages={messages} />
  </label>
)

type ChoiceProps = Props & { among: readonly (readonly [value: string, name: string])[]; chosen?: string }

/** One of these and nothing else. */
export const ChoiceField = ({ name, label, rule, messages, among, chosen }: ChoiceProps) => (
  <label>
    <span>{label}</span>
    {/* What is offered comes after the field does, and what is chosen has to be among it. */}
    <select key={among.length} class="field" name={name} required defaultValue={chosen ?? ''} {...described(name, rule, messages)}>
      {among.map(([value, shown]) => (
        <option key={value} value={value} selected={value === chosen}>
          {shown}
        </option>
      ))}
    </select>
    <Below name={name} rule={rule} messages={messages} />
  </label>
)

/** How long something takes, where somebody says it. */
export const DaysField = ({ name, label, rule, messages }: Props) => (
  <label>
    <span>{label}</span>
    <input class="field quantity" name={name} type="number" min={0} max={365} step="any" {...described(name, rule, messages)} />
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
