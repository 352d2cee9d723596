import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { LanguageCode } from './languages.ts'

const require = createRequire(import.meta.url)

/**
 * What countries are called, by their ISO 3166-1 alpha-2 codes. The names of `i18n-iso-countries` are often the official ones, and
 * some are of yesterday; `countries.json` of each language has the everyday name where that is another.
 */
export const countryNames = (code: LanguageCode): Record<string, string> => {
  const { countries } = require(`i18n-iso-countries/langs/${code}.json`) as { countries: Record<string, string | string[]> }
  const official = Object.entries(countries).map(([country, names]) => [country, typeof names === 'string' ? names : names[0]])
  const file = new URL(`../messages/${code}/countries.json`, import.meta.url)
  return { ...Object.fromEntries(official), ...(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) }
}
