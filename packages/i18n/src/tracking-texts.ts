import type { Chosen } from './choose-language.ts'
import { compileCatalogue } from './compile-catalogue.ts'
import { countryNames } from './country-names.ts'
import type { TrackingKey } from './faces.ts'
import { type LanguageCode, languageOf } from './languages.ts'
import { readCatalogue } from './read-catalogue.ts'
import { type Translate, translator } from './translator.ts'

/** What consumers are told, on the tracking page and in mails, and how dates and numbers are written, for one reader. */
export type TrackingTexts = Chosen & { direction: 'ltr' | 'rtl'; t: Translate<TrackingKey>; countryName: (country: string) => string }

const read = (code: LanguageCode) => ({
  messages: compileCatalogue(readCatalogue(code, 'tracking'), readCatalogue('en', 'tracking')),
  countries: countryNames(code),
})
const known = new Map<LanguageCode, ReturnType<typeof read>>()

/** Each language is read once, when somebody first asks for it. */
export const trackingTexts = ({ code, locale }: Chosen): TrackingTexts => {
  const { messages, countries } = known.get(code) ?? read(code)
  known.set(code, { messages, countries })
  return {
    code,
    locale,
    direction: languageOf(code).direction,
    t: translator<TrackingKey>(messages, locale),
    countryName: (country) => countries[country] ?? country,
  }
}
