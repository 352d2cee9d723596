import { describe, expect, it } from 'vitest'
import { faces } from '../src/faces.ts'
import { languages } from '../src/languages.ts'
import { readCatalogue } from '../src/read-catalogue.ts'
import { read } from './scan/arguments-of.ts'

const catalogues = languages.flatMap(({ code, locale }) => faces.map((face) => ({ code, locale, face })))

describe.each(catalogues)('The $face in $code', ({ code, locale, face }) => {
  const messages = Object.entries(readCatalogue(code, face))
  const english = readCatalogue('en', face)

  it('is in ICU MessageFormat.', () => {
    for (const [key, message] of messages) expect(() => read(message), `${key}: ${message}`).not.toThrow()
  })

  it('has no text that English has not.', () => {
    expect(messages.filter(([key]) => !(key in english)).map(([key]) => key)).toEqual([])
  })

  it('takes the same arguments as in English, each for what it is there.', () => {
    for (const [key, message] of messages) {
      const [here, there] = [read(message), read(english[key] ?? '')]
      const kinds = ({ kinds }: typeof here) => Object.fromEntries([...kinds].map(([name, kind]) => [name, [...kind].sort()]))
      expect(kinds(here), `${key}: ${message}`).toEqual(kinds(there))
    }
  })

  it('has for every plural the forms that the language has, and no others.', () => {
    for (const [key, message] of messages)
      for (const { argument, ordinal, forms } of read(message).plurals) {
        const { pluralCategories } = new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions()
        const named = forms.filter((form) => !form.startsWith('='))
        expect(named.sort(), `${key}, ${argument}: ${message}`).toEqual([...pluralCategories].sort())
      }
  })
})
