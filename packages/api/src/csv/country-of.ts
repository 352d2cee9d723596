// Without the names of countries, which are large: in all languages they are what the package itself loads.
import countries from 'i18n-iso-countries/index.js'

/** A country by its ISO 3166-1 code of two or three letters, in two; nothing where there is none. */
export const countryOf = (code: string): string | undefined => {
  const letters = code.trim().toUpperCase()
  return letters.length === 3 ? countries.alpha3ToAlpha2(letters) : countries.alpha2ToAlpha3(letters) && letters
}
