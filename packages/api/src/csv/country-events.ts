import type { NewCountryEvent } from '@lading/shared/contract/risk'
import { severities } from '@lading/shared/domain/alert'
import { countryEventKinds } from '@lading/shared/domain/risk'
import type { Issue } from '@lading/store/postgres/domain-error'
import { countryOf } from './country-of.ts'
import { instantOf } from './instant-of.ts'
import { recordsOf, refuseFile } from './records-of.ts'

const needed = ['country', 'kind', 'title', 'valid_from']
const longest = { title: 120, source: 120, reference: 500, note: 2000 } as const

export type ToldEvent = NewCountryEvent & { validFrom: string; validUntil: string | null }

/** What happens in countries, from a file as docs/risk.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readCountryEvents = (text: string): ToldEvent[] => {
  const issues: Issue[] = []
  const told = recordsOf(text, needed).records.map(({ line, fields }): ToldEvent => {
    const wrong = (field: string, message: string) => issues.push({ path: `line ${line}, ${field}`, message })
    const oneOf = <One extends string>(field: string, known: readonly One[], otherwise: One) => {
      const given = fields[field] || otherwise
      const found = known.find((one) => one === given)
      if (!found) wrong(field, `"${given}" is none of ${known.join(', ')}`)
      return found ?? otherwise
    }
    const country = countryOf(fields.country ?? '')
    if (!country) wrong('country', `"${fields.country}" is no country by ISO 3166-1`)
    if (!fields.kind) wrong('kind', 'is empty')
    if (!fields.title) wrong('title', 'is empty')
    for (const [field, most] of Object.entries(longest))
      if ((fields[field] ?? '').length > most) wrong(field, `is longer than ${most} characters`)
    const from = instantOf(fields.valid_from ?? '')
    if (!from) wrong('valid_from', `"${fields.valid_from}" is not an instant such as 2026-03-31T08:00:00Z`)
    const until = fields.valid_until ? instantOf(fields.valid_until) : undefined
    if (fields.valid_until && !until) wrong('valid_until', `"${fields.valid_until}" is not an instant such as 2026-03-31T08:00:00Z`)
    if (from && until && until <= from) wrong('valid_until', 'is not after valid_from')
    return {
      ...{ country: country ?? '', kind: oneOf('kind', countryEventKinds, 'other'), title: fields.title ?? '' },
      severity: oneOf('severity', severities, 'warning'),
      ...{ validFrom: (from ?? new Date(0)).toISOString(), validUntil: until?.toISOString() ?? null },
      ...{ source: fields.source || null, reference: fields.reference || null, note: fields.note || null },
    }
  })
  if (told.length === 0) issues.push({ path: 'line 1', message: 'is not followed by any event' })
  refuseFile(issues)
  return told
}
