import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { markStale } from '../risk/mark-stale.ts'
import { countryIndex } from '../schema/risk.ts'

export type IndexEdition = { name: string; source: string; of: string; best: number; worst: number }

/** Keeps the figures of an index of one day, in place of any that were kept of it; all of them or none. */
export const putCountryIndex = (db: Db, edition: IndexEdition, values: { country: string; value: number }[], now: Date) =>
  db.transaction(async (tx) => {
    const gone = await tx
      .delete(countryIndex)
      .where(and(eq(countryIndex.name, edition.name), eq(countryIndex.of, edition.of)))
      .returning({ country: countryIndex.country })
    if (values.length > 0) await tx.insert(countryIndex).values(values.map((each) => ({ ...edition, ...each, importedAt: now })))
    const countries = [...new Set([...gone, ...values].map(({ country }) => country))]
    if (countries.length > 0) await markStale(tx, { countries })
    return values.length
  })

/** Of each index and country the newest figure. */
export const listCountryIndices = async (db: Db) => {
  const rows = await db
    .selectDistinctOn([countryIndex.name, countryIndex.country])
    .from(countryIndex)
    .orderBy(countryIndex.name, countryIndex.country, sql`${countryIndex.of} desc`)
  return rows.map(({ importedAt, ...rest }) => ({ ...rest, importedAt: importedAt.toISOString() }))
}
