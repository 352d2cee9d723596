import type { SanctionsEntries, SanctionsList } from '@lading/shared/contract/sanctions'
import { nameTokens } from '@lading/shared/domain/name-similarity'
import { asc, eq, sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import type { Who } from '../partner/known.ts'
import { sanctionsList, sanctionsName, screeningHit } from '../schema/partner.ts'
import { screenPartners } from './screen.ts'

export const listSanctions = async (db: Db): Promise<SanctionsList[]> => {
  const rows = await db
    .select({
      ...{ code: sanctionsList.code, source: sanctionsList.source, publishedOn: sanctionsList.publishedOn },
      importedAt: sanctionsList.importedAt,
      entries: sql<number>`(select count(distinct ref)::int from ${sanctionsName} where ${sanctionsName.listCode} = ${sanctionsList.code})`,
    })
    .from(sanctionsList)
    .orderBy(asc(sanctionsList.code))
  return rows.map((row) => ({ ...row, importedAt: row.importedAt.toISOString() }))
}

const namesAtOnce = 5_000

/** Takes in a list in place of what was known of it, and holds all partners against it. All of it or nothing. */
export const importSanctions = (
  db: Db,
  code: string,
  { source, publishedOn }: { source: string; publishedOn: string },
  { entries }: SanctionsEntries,
  who: Who,
) =>
  db.transaction(async (tx) => {
    const row = { source, publishedOn, importedAt: who.now, importedBy: who.userId }
    await tx
      .insert(sanctionsList)
      .values({ code, ...row })
      .onConflictDoUpdate({ target: sanctionsList.code, set: row })
    await tx.delete(sanctionsName).where(eq(sanctionsName.listCode, code))
    const names = entries.flatMap(({ ref, name, aliases = [], country = null, note = null }) =>
      [...new Set([name, ...aliases].map((each) => each.trim()))].map((each) => ({
        ...{ listCode: code, ref, name: each, country, note, tokens: nameTokens(each).join(' ') },
      })),
    )
    for (let from = 0; from < names.length; from += namesAtOnce)
      await tx
        .insert(sanctionsName)
        .values(names.slice(from, from + namesAtOnce))
        .onConflictDoNothing()
    await screenPartners(tx, undefined, who.now)
    return { entries: entries.length, hits: await tx.$count(screeningHit, eq(screeningHit.state, 'open')) }
  })

export const removeSanctions = (db: Db, code: string, who: Who) =>
  db.transaction(async (tx) => {
    const { count } = await tx.delete(sanctionsList).where(eq(sanctionsList.code, code))
    if (count === 0) throw new DomainError('list-not-found', 'There is no such list.')
    await screenPartners(tx, undefined, who.now)
  })
