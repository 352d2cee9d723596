import type { NewPartner } from '@lading/shared/contract/partner'
import { identifierKinds, type PartnerRole, partnerRoles } from '@lading/shared/domain/partner'
import { countryOf } from './country-of.ts'
import { isDay } from './is-day.ts'
import { listInCell } from './lists-in-cells.ts'
import { readLines } from './records-of.ts'

const needed = ['code', 'name', 'country', 'roles']
const codeShape = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Partners from a file as docs/partners.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readPartners = (text: string): { code: string; partner: NewPartner }[] => {
  const lines = new Map<string, number>()
  return readLines(text, needed, ({ line, fields }, wrong) => {
    const { code = '', name = '', country = '', review_due: reviewDue = '' } = fields
    if (!codeShape.test(code)) wrong('code', 'not-a-code', { value: code, most: 40, allowed: 'a–z 0–9 -' })
    else if (lines.has(code)) wrong('code', 'twice', { value: code, line: lines.get(code) as number })
    lines.set(code, line)
    if (name === '' || name.length > 120) wrong('name', 'length', { least: 1, most: 120 })
    const known = countryOf(country)
    if (!known) wrong('country', 'country-unknown', { value: country })
    const roles = listInCell(fields.roles)
    if (roles.length === 0) wrong('roles', 'missing')
    for (const role of roles) if (!isRole(role)) wrong('roles', 'not-one-of', { value: role, known: partnerRoles.join(', ') })
    const aliases = listInCell(fields.aliases)
    if (aliases.length > 20 || aliases.some(({ length }) => length > 120)) wrong('aliases', 'many-or-long', { count: 20, most: 120 })
    if (reviewDue !== '' && !isDay(reviewDue)) wrong('review_due', 'not-a-day', { value: reviewDue })
    const identifiers = identifierKinds.flatMap((kind) => listInCell(fields[kind]).map((value) => ({ kind, value })))
    if (identifiers.length > 20 || identifiers.some(({ value }) => value.length > 60))
      wrong('identifiers', 'many-or-long', { count: 20, most: 60 })
    return {
      code,
      partner: { name, country: known ?? '', roles: roles.filter(isRole), aliases, identifiers, reviewDue: reviewDue || null },
    }
  })
}

const isRole = (text: string): text is PartnerRole => (partnerRoles as readonly string[]).includes(text)
