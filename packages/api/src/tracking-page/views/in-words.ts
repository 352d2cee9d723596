import type { Place } from '../place.ts'
import type { Texts } from '../texts/en.ts'
import { countryName } from '../times.ts'

/** `Rotterdam, Netherlands`, or the country alone. */
export const inWords = ({ town, country }: Place, texts: Texts) => {
  const name = countryName(country, texts.language)
  return town === null ? name : texts.place(town, name)
}
