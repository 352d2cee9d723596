import type { Place } from '../place.ts'
import type { Texts } from '../texts.ts'

/** `Rotterdam, Netherlands`, or the country alone. */
export const inWords = ({ town, country }: Place, { t, countryName }: Texts) =>
  town === null ? countryName(country) : t('place', { town, country: countryName(country) })
