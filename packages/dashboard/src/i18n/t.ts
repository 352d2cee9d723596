import { en } from './en.ts'

export type MessageKey = keyof typeof en
type Message = string | { one: string; other: string }
type Params = Record<string, string | number>

const messages: Record<MessageKey, Message> = en

/**
 * Dates and numbers follow the reader's region as far as it goes with the language of the texts: a page that says
 * "arrives" must not go on in another language.
 */
export const locale = globalThis.navigator?.languages?.find((language) => language.startsWith('en')) ?? 'en-GB'

const plurals = new Intl.PluralRules(locale)
const figures = new Intl.NumberFormat(locale)

/** The text of a key with its parameters filled in; `count` chooses the plural form. */
export const t = (key: MessageKey, params: Params = {}): string => {
  const message = messages[key]
  const text = typeof message === 'string' ? message : message[plurals.select(Number(params.count)) === 'one' ? 'one' : 'other']
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    return typeof value === 'number' ? figures.format(value) : (value ?? '')
  })
}
