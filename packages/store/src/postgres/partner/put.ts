import type { NewPartner } from '@lading/shared/contract/partner'
import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { screenPartners } from '../sanctions/screen.ts'
import { partner } from '../schema/partner-register.ts'
import { noteChange, type PartnerRow, partnersMost, type Who } from './known.ts'

/**
 * Adds partners, or says anew what they are; what is left out of one is nothing. All of them or none. What differs is kept in their history,
 * and their names are held against the lists. Answers how many were new or differed.
 */
export const putPartners = (db: Db, wanted: { code: string; partner: NewPartner }[], who: Who): Promise<number> =>
  db.transaction(async (tx) => {
    // Two files at once would else find the same free places.
    await tx.execute('lock table partner in share row exclusive mode')
    const before = new Map((await tx.select().from(partner)).map((row) => [row.code, row]))
    const added = new Set(wanted.map(({ code }) => code).filter((code) => !before.has(code)))
    if (before.size + added.size > partnersMost) throw new DomainError('too-many-partners', `At most ${partnersMost} partners are kept.`)
    const changed: string[] = []
    for (const { code, partner: one } of wanted) if (await putOne(tx, before.get(code), code, one, who)) changed.push(code)
    if (changed.length > 0) await screenPartners(tx, changed, who.now)
    return changed.length
  })

const fields = ['name', 'aliases', 'country', 'roles', 'identifiers', 'reviewDue'] as const

const putOne = async (tx: Transaction, before: PartnerRow | undefined, code: string, wanted: NewPartner, who: Who) => {
  const row = {
    name: wanted.name.trim(),
    aliases: [...new Set((wanted.aliases ?? []).map((alias) => alias.trim()))],
    country: wanted.country,
    roles: wanted.roles,
    identifiers: (wanted.identifiers ?? []).map(({ kind, value }) => ({ kind, value: value.trim() })),
    reviewDue: wanted.reviewDue ?? null,
  }
  if (!before) {
    await tx.insert(partner).values({ code, ...row, createdAt: who.now, updatedAt: who.now })
    await noteChange(tx, code, 'added', row, who)
    return true
  }
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const changes = Object.fromEntries(
    fields.filter((field) => !same(before[field], row[field])).map((field) => [field, [before[field], row[field]]]),
  )
  if (Object.keys(changes).length === 0) return false
  await tx
    .update(partner)
    .set({ ...row, updatedAt: who.now })
    .where(eq(partner.code, code))
  await noteChange(tx, code, 'changed', changes, who)
  return true
}
