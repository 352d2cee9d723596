import { type Issue, issueAt } from '@lading/shared/issue/issue'
import { countryOf } from './country-of.ts'
import { recordsOf, refuseFile } from './records-of.ts'

type Given = { where: string; country: string; value: number | string }

/** Figures of an index from a file with the columns country and value. Throws with every line that is wrong, and then nothing is read. */
export const readCountryIndex = (text: string) =>
  checkIndexValues(
    recordsOf(text, ['country', 'value']).records.map(({ line, fields }) => ({
      ...{ where: `line ${line}, `, country: fields.country ?? '', value: fields.value ?? '' },
    })),
  )

/** Every country known and told once, every value a number. */
export const checkIndexValues = (given: Given[]): { country: string; value: number }[] => {
  const issues: Issue[] = []
  const seen = new Set<string>()
  const values = given.map(({ where, country: code, value: told }) => {
    const country = countryOf(code) ?? ''
    if (country === '') issues.push(issueAt(`${where}country`, 'country-unknown', { value: code }))
    else if (seen.has(country)) issues.push(issueAt(`${where}country`, 'more-than-once', { value: code }))
    seen.add(country)
    const value = told === '' ? Number.NaN : Number(told)
    if (!Number.isFinite(value)) issues.push(issueAt(`${where}value`, 'not-a-number', { value: told }))
    return { country, value }
  })
  if (given.length === 0) issues.push(issueAt('line 1', 'no-rows'))
  refuseFile(issues)
  return values
}
