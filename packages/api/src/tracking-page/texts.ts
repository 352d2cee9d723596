import { type Chosen, chooseLanguage, wantedOf } from '@lading/i18n/choose-language'
import { compileCatalogue } from '@lading/i18n/compile-catalogue'
import { countryNames } from '@lading/i18n/country-names'
import type { TrackingKey } from '@lading/i18n/faces'
import { type LanguageCode, languageOf } from '@lading/i18n/languages'
import { readCatalogue } from '@lading/i18n/read-catalogue'
import { type Translate, translator } from '@lading/i18n/translator'

/** What the tracking page says, and how it writes dates and numbers, to one reader. */
export type Texts = Chosen & { direction: 'ltr' | 'rtl'; t: Translate<TrackingKey>; countryName: (country: string) => string }

const read = (code: LanguageCode) => ({
  messages: compileCatalogue(readCatalogue(code, 'tracking'), readCatalogue('en', 'tracking')),
  countries: countryNames(code),
})
const known = new Map<LanguageCode, ReturnType<typeof read>>()

/** Each language is read once, when somebody first asks for it. */
export const textsIn = ({ code, locale }: Chosen): Texts => {
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

/** What a reader asks for by hand goes before what the browser prefers (RFC 9110, 12.5.4). */
export const chooseTexts = (acceptLanguage: string | undefined, byHand?: string) =>
  textsIn(chooseLanguage(wantedOf(acceptLanguage), byHand))
