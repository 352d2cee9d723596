import { sql } from 'drizzle-orm'
import { inParts } from '../in-parts.ts'
import type { Db, Transaction } from '../open.ts'
import { customsFigures } from '../schema/customs.ts'

export type NewFigures = { country: string; year: number; borderHours?: number; documentHours?: number; customsScore?: number }

const merged = {
  borderHours: sql`coalesce(excluded.border_hours, ${customsFigures.borderHours})`,
  documentHours: sql`coalesce(excluded.document_hours, ${customsFigures.documentHours})`,
  customsScore: sql`coalesce(excluded.customs_score, ${customsFigures.customsScore})`,
}

/**
 * Keeps published figures, of each country, year and source the last that were told, and answers how many are new or different. A figure
 * that is left out stays as it is, as hours and scores come in different tables. No country and year may be there twice.
 */
export const putFigures = async (db: Db | Transaction, figures: NewFigures[], source: string, now: Date): Promise<number> => {
  let changed = 0
  for (const part of inParts(figures)) {
    const rows = await db
      .insert(customsFigures)
      .values(part.map((row) => ({ ...row, source, importedAt: now })))
      .onConflictDoUpdate({
        target: [customsFigures.country, customsFigures.year, customsFigures.source],
        set: { ...merged, importedAt: sql`excluded.imported_at` },
        setWhere: sql`(${merged.borderHours}, ${merged.documentHours}, ${merged.customsScore})
          is distinct from (${customsFigures.borderHours}, ${customsFigures.documentHours}, ${customsFigures.customsScore})`,
      })
      .returning({ id: customsFigures.id })
    changed += rows.length
  }
  return changed
}
