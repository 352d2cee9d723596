import type { NewCountryEvent } from '@lading/shared/contract/risk'
import { severities } from '@lading/shared/domain/alert'
import { countryEventKinds } from '@lading/shared/domain/risk'
import { countryOf } from './country-of.ts'
import { instantOf } from './instant-of.ts'
import { readLines } from './records-of.ts'

const needed = ['country', 'kind', 'title', 'valid_from']
const longest = { title: 120, source: 120, reference: 500, note: 2000 } as const

export type ToldEvent = NewCountryEvent & { validFrom: string; validUntil: string | null }

/** What happens in countries, from a file as docs/risk.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readCountryEvents = (text: string): ToldEvent[] =>
  readLines(text, needed, ({ fields }, wrong): ToldEvent => {
    const oneOf = <One extends string>(field: string, known: readonly One[], otherwise: One) => {
      const given = fields[field] || otherwise
      const found = known.find((one) => one === given)
      if (!found) wrong(field, 'not-one-of', { value: given, known: known.join(', ') })
      return found ?? otherwise
    }
    const country = countryOf(fields.country ?? '')
    if (!country) wrong('country', 'country-unknown', { value: fields.country ?? '' })
    if (!fields.kind) wrong('kind', 'missing')
    if (!fields.title) wrong('title', 'missing')
    for (const [field, most] of Object.entries(longest)) if ((fields[field] ?? '').length > most) wrong(field, 'too-long', { most })
    const from = instantOf(fields.valid_from ?? '')
    if (!from) wrong('valid_from', 'not-an-instant', { value: fields.valid_from ?? '' })
    const until = fields.valid_until ? instantOf(fields.valid_until) : undefined
    if (fields.valid_until && !until) wrong('valid_until', 'not-an-instant', { value: fields.valid_until })
    if (from && until && until <= from) wrong('valid_until', 'not-after', { other: 'valid_from' })
    return {
      ...{ country: country ?? '', kind: oneOf('kind', countryEventKinds, 'other'), title: fields.title ?? '' },
      severity: oneOf('severity', severities, 'warning'),
      ...{ validFrom: (from ?? new Date(0)).toISOString(), validUntil: until?.toISOString() ?? null },
      ...{ source: fields.source || null, reference: fields.reference || null, note: fields.note || null },
    }
  })
