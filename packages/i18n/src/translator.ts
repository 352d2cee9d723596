import format, { type CompiledMessage } from 'icu-minify/format'

export type { CompiledMessage }
export type Params = Record<string, string | number>
export type Translate<Key extends string> = (key: Key, params?: Params) => string

/** Says a message in a language: `locale` decides which plural form a count takes and how figures are written. */
export const translator =
  <Key extends string>(messages: Record<string, CompiledMessage>, locale: string): Translate<Key> =>
  (key, params) =>
    String(format(messages[key] ?? key, locale, params, { formatters }))

// Formats are costly to make. They are told apart by locale, of which a server is asked for as many as there are regions.
const atMost = 200
const remembered = <Args extends unknown[], Made>(make: (...args: Args) => Made) => {
  const known = new Map<string, Made>()
  return (...args: Args) => {
    const id = JSON.stringify(args)
    const made = known.get(id) ?? make(...args)
    if (known.size >= atMost) known.clear()
    known.set(id, made)
    return made
  }
}

const formatters = {
  getNumberFormat: remembered((...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args)),
  getDateTimeFormat: remembered((...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args)),
  getPluralRules: remembered((...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args)),
}
