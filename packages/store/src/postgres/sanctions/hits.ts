import type { ScreeningHit } from '@lading/shared/contract/sanctions'
import type { HitState } from '@lading/shared/domain/partner'
import { and, desc, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { noteChange, type Who } from '../partner/known.ts'
import { screeningHit } from '../schema/partner.ts'

/** Names on lists that are like those of partners, the nearest first. */
export const hitsOf = async (db: Db, { code, state }: { code?: string; state?: HitState }): Promise<ScreeningHit[]> => {
  const rows = await db
    .select()
    .from(screeningHit)
    .where(and(code ? eq(screeningHit.partnerCode, code) : undefined, state ? eq(screeningHit.state, state) : undefined))
    .orderBy(desc(screeningHit.similarity), screeningHit.partnerCode, screeningHit.listCode, screeningHit.ref)
  return rows.map(toHit)
}

const toHit = (row: typeof screeningHit.$inferSelect): ScreeningHit => {
  const { partnerCode, listCode, foundAt, decidedAt, ...rest } = row
  return { ...rest, partner: partnerCode, list: listCode, foundAt: foundAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null }
}

/** What a person says of a likeness: it is the same, or another. It may be said anew; every word of it stays in the history of the partner. */
export const decideHit = (
  db: Db,
  id: string,
  decision: { state: 'confirmed' | 'false'; note: string | null },
  who: Who,
): Promise<ScreeningHit> =>
  db.transaction(async (tx) => {
    const [hit] = await tx
      .update(screeningHit)
      .set({ state: decision.state, decisionNote: decision.note, decidedAt: who.now, decidedBy: who.userId })
      .where(eq(screeningHit.id, id))
      .returning()
    if (!hit) throw new DomainError('hit-not-found', 'There is no such hit.')
    const { listCode: list, ref, listName, state, decisionNote: note } = hit
    await noteChange(tx, hit.partnerCode, 'hit-decided', { list, ref, name: listName, state, note }, who)
    return toHit(hit)
  })
