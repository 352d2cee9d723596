import { spoken } from '../i18n/spoken.ts'

const { countries } = spoken()

export const countryName = (code: string) => countries[code] ?? code

let ordered: [string, string][] | undefined

/** All countries with their codes, in the order of the reader's language. */
export const countryNames = (): [string, string][] => {
  ordered ??= Object.entries(countries).sort(([, one], [, other]) => one.localeCompare(other))
  return ordered
}
