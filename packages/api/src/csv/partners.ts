import type { NewPartner } from '@lading/shared/contract/partner'
import { identifierKinds, type PartnerRole, partnerRoles } from '@lading/shared/domain/partner'
import type { Issue } from '@lading/store/postgres/domain-error'
import { countryOf } from './country-of.ts'
import { isDay } from './is-day.ts'
import { listInCell } from './lists-in-cells.ts'
import { recordsOf, refuseFile } from './records-of.ts'

const needed = ['code', 'name', 'country', 'roles']
const codeShape = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Partners from a file as docs/partners.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readPartners = (text: string): { code: string; partner: NewPartner }[] => {
  const issues: Issue[] = []
  const lines = new Map<string, number>()
  const partners = recordsOf(text, needed).records.map(({ line, fields }) => {
    const wrong = (field: string, message: string) => issues.push({ path: `line ${line}, ${field}`, message })
    const { code = '', name = '', country = '', review_due: reviewDue = '' } = fields
    if (!codeShape.test(code)) wrong('code', `"${code}" is not up to 40 of a–z, 0–9 and -`)
    else if (lines.has(code)) wrong('code', `"${code}" stands on line ${lines.get(code)} too`)
    lines.set(code, line)
    if (name === '' || name.length > 120) wrong('name', 'is not 1 to 120 characters')
    const known = countryOf(country)
    if (!known) wrong('country', `"${country}" is no country by ISO 3166-1`)
    const roles = listInCell(fields.roles)
    if (roles.length === 0) wrong('roles', `is none of ${partnerRoles.join(', ')}`)
    for (const role of roles) if (!isRole(role)) wrong('roles', `"${role}" is none of ${partnerRoles.join(', ')}`)
    const aliases = listInCell(fields.aliases)
    if (aliases.length > 20 || aliases.some(({ length }) => length > 120))
      wrong('aliases', 'are more than 20, or longer than 120 characters')
    if (reviewDue !== '' && !isDay(reviewDue)) wrong('review_due', `"${reviewDue}" is not a day such as 2026-03-31`)
    const identifiers = identifierKinds.flatMap((kind) => listInCell(fields[kind]).map((value) => ({ kind, value })))
    if (identifiers.length > 20 || identifiers.some(({ value }) => value.length > 60))
      wrong('identifiers', 'are more than 20, or longer than 60 characters')
    return {
      code,
      partner: { name, country: known ?? '', roles: roles.filter(isRole), aliases, identifiers, reviewDue: reviewDue || null },
    }
  })
  if (partners.length === 0) issues.push({ path: 'line 1', message: 'is not followed by any partner' })
  refuseFile(issues)
  return partners
}

const isRole = (text: string): text is PartnerRole => (partnerRoles as readonly string[]).includes(text)
