import type { ListedPartner, PartnerDetail, PartnerList, PartnerQuery } from '@lading/shared/contract/partner'
import type { ScreeningHit } from '@lading/shared/contract/sanctions'
import { type PartnerRole, trendDays } from '@lading/shared/domain/partner'
import { firstEnd, type Qualification, qualificationOf } from '@lading/shared/domain/partner-qualification'
import { and, asc, desc, eq, ilike, or, sql } from 'drizzle-orm'
import { containing } from '../conditions.ts'
import type { Db } from '../open.ts'
import { type Cursor, readCursor, toPage } from '../page.ts'
import { hitsOf } from '../sanctions/hits.ts'
import { partnerChange, partnerDocument } from '../schema/partner.ts'
import { partner } from '../schema/partner-register.ts'
import { noPartner, type PartnerRow } from './known.ts'
import { newestScores, type ScoreRow, scoreHistory, scoresBefore } from './scores.ts'
import { submissionsOf } from './submissions.ts'

const dayMs = 86_400_000
const historyMost = 200
type DocumentRow = typeof partnerDocument.$inferSelect

/**
 * The register in pages, whose document ends first is first, then by code; and how many there are of those that are asked for. What a
 * partner's status is follows from rules over all that is known of it, so that is worked out for everybody, and scores are read for the
 * page alone.
 */
export const listPartners = async (db: Db, { q, role, status, cursor, limit = 50 }: PartnerQuery, now: Date): Promise<PartnerList> => {
  const [rows, documents, hits] = await Promise.all([
    db
      .select()
      .from(partner)
      .where(and(role && hasRole(role), q ? isCalled(containing(q)) : undefined)),
    db.select().from(partnerDocument),
    hitsOf(db, {}),
  ])
  const documentsOf = Map.groupBy(documents, ({ partnerCode }) => partnerCode)
  const itsHits = Map.groupBy(hits, ({ partner: code }) => code)
  const wanted = rows
    .map((row) => {
      const qualification = qualify(row, documentsOf.get(row.code) ?? [], itsHits.get(row.code) ?? [], now)
      return { row, qualification, at: new Date(firstEnd(qualification)), id: row.code }
    })
    .filter(({ qualification }) => status === undefined || qualification.status === status)
    .toSorted(inOrder)
  const last = cursor === undefined ? undefined : readCursor(cursor)
  const { items, nextCursor } = toPage(
    (last ? wanted.filter((one) => inOrder(one, last) > 0) : wanted).slice(0, limit + 1),
    limit,
    (one) => one,
    ({ at, id }) => ({ at, id }),
  )
  const codes = items.map(({ id }) => id)
  const [scores, before] = await Promise.all([newestScores(db, codes), scoresBefore(db, daysBefore(now, trendDays), codes)])
  return {
    items: items.map(({ row, qualification }) => toListed(row, qualification, scores.get(row.code), before.get(row.code))),
    nextCursor,
    total: wanted.length,
  }
}

const inOrder = (one: Cursor, other: Cursor) =>
  one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

const hasRole = (role: PartnerRole) => sql`${partner.roles} @> ${sql.param([role], partner.roles)}`
const isCalled = (text: string) =>
  or(
    ilike(partner.name, text),
    ilike(partner.code, text),
    sql`exists (select from unnest(${partner.aliases}) as alias where alias ilike ${text})`,
  )

export const getPartner = async (db: Db, code: string, now: Date): Promise<PartnerDetail> => {
  const [[row], documents, submitted, hits, scores, before, points, history] = await Promise.all([
    db.select().from(partner).where(eq(partner.code, code)),
    db
      .select()
      .from(partnerDocument)
      .where(eq(partnerDocument.partnerCode, code))
      .orderBy(asc(partnerDocument.kind), desc(partnerDocument.validUntil)),
    submissionsOf(db, code),
    hitsOf(db, { code }),
    newestScores(db, [code]),
    scoresBefore(db, daysBefore(now, trendDays), [code]),
    scoreHistory(db, code, daysBefore(now, 366)),
    db.select().from(partnerChange).where(eq(partnerChange.partnerCode, code)).orderBy(desc(partnerChange.id)).limit(historyMost),
  ])
  if (!row) throw noPartner()
  return {
    ...toListed(row, qualify(row, documents, hits, now), scores.get(code), before.get(code)),
    documents: documents.map(({ id, kind, number, validFrom, validUntil }) => ({ id, kind, number, validFrom, validUntil })),
    submitted,
    aspects: scores.get(code)?.aspects ?? [],
    scores: points,
    hits,
    history: history.map(({ at, by, kind, changes }) => ({ at: at.toISOString(), by, kind, changes })),
  }
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * dayMs)

const qualify = ({ roles, reviewDue, suspendedAt }: PartnerRow, documents: DocumentRow[], hits: ScreeningHit[], now: Date) => {
  const listed = hits.filter(({ isListed }) => isListed).map(({ state }) => state)
  const suspendedSince = suspendedAt?.toISOString().slice(0, 10) ?? null
  return qualificationOf({ roles, documents, reviewDue, suspendedSince, hits: listed }, now)
}

const toListed = (
  { code, name, aliases, country, roles, identifiers, reviewDue, suspendedAt, suspendedReason }: PartnerRow,
  qualification: Qualification,
  newest: ScoreRow | undefined,
  before: number | undefined,
): ListedPartner => ({
  ...{ code, name, aliases, country, roles, identifiers, reviewDue, qualification },
  suspended: suspendedAt ? { since: suspendedAt.toISOString(), reason: suspendedReason ?? '' } : null,
  score: newest ? { ...pick(newest), at: newest.at.toISOString(), before: before ?? null } : null,
})

const pick = ({ score, low, high, kindScore }: ScoreRow) => ({ score, low, high, kindScore })
