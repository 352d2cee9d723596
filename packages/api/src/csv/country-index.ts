import type { Issue } from '@lading/store/postgres/domain-error'
import { countryOf } from './country-of.ts'
import { recordsOf, refuseFile } from './records-of.ts'

type Given = { where: string; country: string; value: number }

/** Figures of an index from a file with the columns country and value. Throws with every line that is wrong, and then nothing is read. */
export const readCountryIndex = (text: string) =>
  checkIndexValues(
    recordsOf(text, ['country', 'value']).records.map(({ line, fields }) => ({
      ...{ where: `line ${line}, `, country: fields.country ?? '' },
      value: fields.value ? Number(fields.value) : Number.NaN,
    })),
  )

/** Every country known and told once, every value a number. */
export const checkIndexValues = (given: Given[]): { country: string; value: number }[] => {
  const issues: Issue[] = []
  const seen = new Set<string>()
  const values = given.map(({ where, country: code, value }) => {
    const country = countryOf(code) ?? ''
    if (country === '') issues.push({ path: `${where}country`, message: `"${code}" is no country by ISO 3166-1` })
    else if (seen.has(country)) issues.push({ path: `${where}country`, message: 'is there more than once' })
    seen.add(country)
    if (!Number.isFinite(value)) issues.push({ path: `${where}value`, message: 'is not a number' })
    return { country, value }
  })
  if (given.length === 0) issues.push({ path: 'line 1', message: 'is not followed by any figure' })
  refuseFile(issues)
  return values
}
