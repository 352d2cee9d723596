import { isCurrency } from '../domain/money.ts'

/** How one environment variable is read. `read` throws a plain Error whose message completes "NAME: …". */
export type Variable<Value> = { read: (raw: string) => Value; about: string; secret: boolean } & (
  | { presence: 'required' }
  | { presence: 'optional' }
  | { presence: 'default'; default: Value }
)

type Common = { about: string; secret?: boolean; optional?: true }
type Presence<Value, Options> = Options extends { default: infer _ }
  ? Variable<Value> & { presence: 'default' }
  : Options extends { optional: true }
    ? Variable<Value> & { presence: 'optional' }
    : Variable<Value> & { presence: 'required' }

const variable = <Value, Options extends Common & { default?: Value }>(options: Options, read: (raw: string) => Value) => {
  const { about, secret = false, default: fallback, optional } = options
  const presence = fallback !== undefined ? { presence: 'default', default: fallback } : { presence: optional ? 'optional' : 'required' }
  return { about, secret, read, ...presence } as Presence<Value, Options>
}

export const text = <const Options extends Common & { default?: string }>(options: Options) =>
  variable<string, Options>(options, (raw) => raw)

export const url = <const Options extends Common & { schemes: readonly string[]; default?: string }>(options: Options) =>
  variable<string, Options>(options, (raw) => {
    const { schemes } = options
    if (!URL.canParse(raw)) throw new Error(`a URL is expected, such as ${schemes[0]}://host`)
    if (!schemes.includes(new URL(raw).protocol.slice(0, -1)))
      throw new Error(`a URL that starts with ${schemes.join(':// or ')}:// is expected`)
    return raw
  })

export const number = <const Options extends Common & { min: number; max: number; default?: number }>(options: Options) =>
  variable<number, Options>(options, (raw) => {
    const { min, max } = options
    const value = raw.trim() === '' ? Number.NaN : Number(raw)
    if (!(value >= min && value <= max)) throw new Error(`a number from ${min} to ${max} is expected, not "${raw}"`)
    return value
  })

export const integer = <const Options extends Common & { min: number; max: number; default?: number }>(options: Options) => {
  const { min, max } = options
  return variable<number, Options>(options, (raw) => {
    const value = /^-?\d+$/.test(raw) ? Number(raw) : Number.NaN
    if (!(value >= min && value <= max)) throw new Error(`a whole number from ${min} to ${max} is expected, not "${raw}"`)
    return value
  })
}

export const currency = <const Options extends Common & { default?: string }>(options: Options) =>
  variable<string, Options>(options, (raw) => {
    if (!isCurrency(raw)) throw new Error(`a currency by ISO 4217 is expected, such as EUR, not "${raw}"`)
    return raw
  })

export const choice = <const Values extends readonly string[], const Options extends Common & { of: Values; default?: Values[number] }>(
  options: Options & { of: Values },
) =>
  variable<Values[number], Options>(options, (raw) => {
    if (!options.of.includes(raw)) throw new Error(`one of ${options.of.join(', ')} is expected, not "${raw}"`)
    return raw
  })

export const instant = <const Options extends Common & { default?: Date }>(options: Options) =>
  variable<Date, Options>(options, (raw) => {
    const value = new Date(raw)
    if (Number.isNaN(value.getTime())) throw new Error(`an ISO 8601 instant is expected, not "${raw}"`)
    return value
  })
