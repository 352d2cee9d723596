import type { ListedPartner, PartnerDetail, ScreeningHit } from '@lading/shared/contract/partner'
import { trendDays } from '@lading/shared/domain/partner'
import { qualificationOf } from '@lading/shared/domain/partner-qualification'
import { asc, desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { hitsOf } from '../sanctions/hits.ts'
import { partnerChange, partnerDocument } from '../schema/partner.ts'
import { partner } from '../schema/partner-register.ts'
import { noPartner, type PartnerRow } from './known.ts'
import { newestScores, type ScoreRow, scoreHistory, scoresBefore } from './scores.ts'

const dayMs = 86_400_000
const historyMost = 200
type DocumentRow = typeof partnerDocument.$inferSelect

/** The whole register, by name. */
export const listPartners = async (db: Db, now: Date): Promise<ListedPartner[]> => {
  const [rows, documents, hits, scores, before] = await Promise.all([
    db.select().from(partner).orderBy(asc(partner.name), asc(partner.code)),
    db.select().from(partnerDocument),
    hitsOf(db, {}),
    newestScores(db),
    scoresBefore(db, daysBefore(now, trendDays)),
  ])
  const documentsOf = Map.groupBy(documents, ({ partnerCode }) => partnerCode)
  const itsHits = Map.groupBy(hits, ({ partner: code }) => code)
  return rows.map((row) =>
    toListed(row, documentsOf.get(row.code) ?? [], itsHits.get(row.code) ?? [], scores.get(row.code), before.get(row.code), now),
  )
}

export const getPartner = async (db: Db, code: string, now: Date): Promise<PartnerDetail> => {
  const [[row], documents, hits, scores, before, points, history] = await Promise.all([
    db.select().from(partner).where(eq(partner.code, code)),
    db
      .select()
      .from(partnerDocument)
      .where(eq(partnerDocument.partnerCode, code))
      .orderBy(asc(partnerDocument.kind), desc(partnerDocument.validUntil)),
    hitsOf(db, { code }),
    newestScores(db, code),
    scoresBefore(db, daysBefore(now, trendDays), code),
    scoreHistory(db, code, daysBefore(now, 366)),
    db.select().from(partnerChange).where(eq(partnerChange.partnerCode, code)).orderBy(desc(partnerChange.id)).limit(historyMost),
  ])
  if (!row) throw noPartner()
  return {
    ...toListed(row, documents, hits, scores.get(code), before.get(code), now),
    documents: documents.map(({ id, kind, number, validFrom, validUntil }) => ({ id, kind, number, validFrom, validUntil })),
    aspects: scores.get(code)?.aspects ?? [],
    scores: points,
    hits,
    history: history.map(({ at, by, kind, changes }) => ({ at: at.toISOString(), by, kind, changes })),
  }
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * dayMs)

const toListed = (
  row: PartnerRow,
  documents: DocumentRow[],
  hits: ScreeningHit[],
  newest: ScoreRow | undefined,
  before: number | undefined,
  now: Date,
): ListedPartner => {
  const { code, name, aliases, country, roles, identifiers, reviewDue, suspendedAt, suspendedReason } = row
  const listed = hits.filter(({ isListed }) => isListed).map(({ state }) => state)
  const suspendedSince = suspendedAt?.toISOString().slice(0, 10) ?? null
  return {
    ...{ code, name, aliases, country, roles, identifiers, reviewDue },
    qualification: qualificationOf({ roles, documents, reviewDue, suspendedSince, hits: listed }, now),
    suspended: suspendedAt ? { since: suspendedAt.toISOString(), reason: suspendedReason ?? '' } : null,
    score: newest ? { ...pick(newest), at: newest.at.toISOString(), before: before ?? null } : null,
  }
}

const pick = ({ score, low, high, kindScore }: ScoreRow) => ({ score, low, high, kindScore })
