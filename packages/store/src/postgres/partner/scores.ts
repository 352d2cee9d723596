import type { PartnerScorePoint } from '@lading/shared/contract/partner'
import { and, asc, desc, eq, gte, inArray, not, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { markStale } from '../risk/mark-stale.ts'
import { partnerScore } from '../schema/partner.ts'

export type ScoreRow = typeof partnerScore.$inferSelect

/**
 * Keeps scores; of a partner and a moment the last that was said. The risk of what `carriers` take, by names as they are compared, is
 * looked at anew.
 */
export const keepPartnerScores = (db: Db, rows: ScoreRow[], carriers: string[]) =>
  db.transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += 1_000) await insertScores(tx, rows.slice(from, from + 1_000))
    if (carriers.length > 0) await markStale(tx, { carriers })
  })

const insertScores = (tx: Transaction, rows: ScoreRow[]) =>
  tx
    .insert(partnerScore)
    .values(rows)
    .onConflictDoUpdate({
      target: [partnerScore.partnerCode, partnerScore.at],
      set: {
        ...{ score: sql`excluded.score`, low: sql`excluded.low`, high: sql`excluded.high` },
        ...{ kindScore: sql`excluded.kind_score`, aspects: sql`excluded.aspects` },
      },
    })

/** The score that holds, of each partner that has one, or of some. */
export const newestScores = async (db: Db, codes?: string[]): Promise<Map<string, ScoreRow>> => {
  const rows = await db
    .selectDistinctOn([partnerScore.partnerCode])
    .from(partnerScore)
    .where(codes && inArray(partnerScore.partnerCode, codes))
    .orderBy(partnerScore.partnerCode, desc(partnerScore.at))
  return new Map(rows.map((row) => [row.partnerCode, row]))
}

/** What the scores were at a moment. */
export const scoresBefore = async (db: Db, at: Date, codes?: string[]): Promise<Map<string, number>> => {
  const rows = await db
    .selectDistinctOn([partnerScore.partnerCode], { code: partnerScore.partnerCode, score: partnerScore.score })
    .from(partnerScore)
    .where(and(sql`${partnerScore.at} <= ${sql.param(at, partnerScore.at)}`, codes && inArray(partnerScore.partnerCode, codes)))
    .orderBy(partnerScore.partnerCode, desc(partnerScore.at))
  return new Map(rows.map(({ code: of, score }) => [of, score]))
}

export const scoreHistory = async (db: Db, code: string, since: Date): Promise<PartnerScorePoint[]> => {
  const rows = await db
    .select({ at: partnerScore.at, score: partnerScore.score, low: partnerScore.low, high: partnerScore.high })
    .from(partnerScore)
    .where(and(eq(partnerScore.partnerCode, code), gte(partnerScore.at, since)))
    .orderBy(asc(partnerScore.at))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Scores of the past are those of whole weeks; nobody computes one at such a moment otherwise. */
export const weekMs = 7 * 86_400_000
const isOfThePast = sql`extract(epoch from ${partnerScore.at}) % ${weekMs / 1000}::int = 0`

/** Since when each partner has been scored as time went on. */
export const firstScores = async (db: Db): Promise<Map<string, Date>> => {
  const rows = await db
    .selectDistinctOn([partnerScore.partnerCode], { code: partnerScore.partnerCode, at: partnerScore.at })
    .from(partnerScore)
    .where(not(isOfThePast))
    .orderBy(partnerScore.partnerCode, asc(partnerScore.at))
  return new Map(rows.map(({ code, at }) => [code, at]))
}

/** The newest score of each partner that was computed for the past: what was known of that then is in it. */
export const lastOfThePast = async (db: Db): Promise<Map<string, ScoreRow>> => {
  const rows = await db
    .selectDistinctOn([partnerScore.partnerCode])
    .from(partnerScore)
    .where(isOfThePast)
    .orderBy(partnerScore.partnerCode, desc(partnerScore.at))
  return new Map(rows.map((row) => [row.partnerCode, row]))
}
