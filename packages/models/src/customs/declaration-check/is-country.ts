// Without the names of countries, which are large.
import countries from 'i18n-iso-countries/index.js'

/** Whether ISO 3166-1 has this code of two letters. */
export const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && countries.alpha2ToAlpha3(code) !== undefined
