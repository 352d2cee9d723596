import type { SanctionsEntries } from '@lading/shared/contract/sanctions'
import { type Issue, wrongOn } from '@lading/shared/issue/issue'
import { countryOf } from './country-of.ts'
import { listInCell } from './lists-in-cells.ts'
import { recordsOf, refuseFile } from './records-of.ts'

const needed = ['ref', 'name']

/** The entries of a list of names, from a file as docs/partners.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readSanctions = (text: string): SanctionsEntries => {
  const issues: Issue[] = []
  const entries = recordsOf(text, needed).records.map(({ line, fields }) => {
    const wrong = wrongOn(line, issues)
    const { ref = '', name = '', country = '', note = '' } = fields
    if (ref === '' || ref.length > 100) wrong('ref', 'length', { least: 1, most: 100 })
    if (name === '' || name.length > 300) wrong('name', 'length', { least: 1, most: 300 })
    const known = country === '' ? null : countryOf(country)
    if (known === undefined) wrong('country', 'country-unknown', { value: country })
    return { ref, name, aliases: listInCell(fields.aliases), country: known ?? null, note: note.slice(0, 500) || null }
  })
  refuseFile(issues)
  return { entries }
}
