import { isLanguage, type LanguageCode, languageOf } from './languages.ts'

/** The language of the texts and the locale of dates and numbers, which is never in another language. */
export type Chosen = { code: LanguageCode; locale: string }

/**
 * The first of the languages wanted (tags of BCP 47, dearest first) that there are texts in; English otherwise. Whoever chose one
 * by hand gets it. The locale keeps the reader's region where a tag of the chosen language names one.
 */
export const chooseLanguage = (wanted: readonly string[], byHand?: string): Chosen => {
  const tags = wanted.flatMap((tag) => parse(tag) ?? [])
  const code = isLanguage(byHand) ? byHand : (tags.find(({ language }) => isLanguage(language))?.language as LanguageCode | undefined)
  if (!code) return { code: 'en', locale: languageOf('en').locale }
  // Traditional characters are another way of writing; dates in them would not go with the simplified texts.
  const region = tags.find(({ language, script, region }) => language === code && region && script !== 'Hant')?.region
  return { code, locale: region ? `${code}-${region}` : languageOf(code).locale }
}

const parse = (tag: string) => {
  try {
    const { language, region, script } = new Intl.Locale(tag)
    return { language, region, script: script ?? new Intl.Locale(tag).maximize().script }
  } catch {
    // Whatever a browser sends that is no tag is not wanted.
    return undefined
  }
}

/** The tags of an `Accept-Language` header (RFC 9110, 12.5.4), dearest first. */
export const wantedOf = (acceptLanguage: string | undefined): string[] =>
  (acceptLanguage ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/i.exec(parameter)?.[1]).find((value) => value !== undefined)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
