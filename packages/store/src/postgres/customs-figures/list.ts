import type { CustomsFigures } from '@lading/shared/contract/customs'
import { asc } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { customsFigures } from '../schema/customs.ts'

/** Everything published that was told, by country and year. */
export const listFigures = async (db: Db): Promise<CustomsFigures[]> => {
  const rows = await db
    .select()
    .from(customsFigures)
    .orderBy(asc(customsFigures.country), asc(customsFigures.year), asc(customsFigures.importedAt), asc(customsFigures.source))
  return rows.map(({ id: _, importedAt, ...rest }) => ({ ...rest, importedAt: importedAt.toISOString() }))
}
