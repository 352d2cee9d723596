import { and, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../open.ts'
import { namesOf } from '../partner/names-of.ts'
import { scoresBefore, weekMs } from '../partner/scores.ts'
import { leg } from '../schema/leg.ts'
import { partnerScore } from '../schema/partner.ts'
import { partner } from '../schema/partner-register.ts'
import { countryEvent, countryIndex } from '../schema/risk.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from '../tracking/not-finished.ts'

/** How many shipments wait at a place now, and how many of them longer than they were planned to. */
export type Waiting = { place: string; waiting: number; overdue: number }

/** What is so for every shipment that passes through: figures and events of countries, and places where many wait. */
export const loadSurroundings = async (db: Db, now: Date) => {
  const [indices, events, waiting, partners] = await Promise.all([
    newestIndices(db, now),
    db
      .select()
      .from(countryEvent)
      .where(and(isNull(countryEvent.removedAt), or(isNull(countryEvent.validUntil), gt(countryEvent.validUntil, now)))),
    waitingAt(db, now),
    scoredPartners(db, now),
  ])
  return { indices, events, waiting, partners }
}
export type Surroundings = Awaited<ReturnType<typeof loadSurroundings>>

const newestIndices = (db: Db, now: Date) =>
  db
    .selectDistinctOn([countryIndex.name, countryIndex.country])
    .from(countryIndex)
    .where(lte(countryIndex.of, now.toISOString().slice(0, 10)))
    .orderBy(countryIndex.name, countryIndex.country, sql`${countryIndex.of} desc`)

/** Partners with the newest of their scores, what it was four weeks before, and the names that they go by. */
const scoredPartners = async (db: Db, now: Date) => {
  const before = await scoresBefore(db, new Date(now.getTime() - 4 * weekMs))
  const rows = await db
    .selectDistinctOn([partnerScore.partnerCode])
    .from(partnerScore)
    .innerJoin(partner, eq(partner.code, partnerScore.partnerCode))
    .orderBy(partnerScore.partnerCode, sql`${partnerScore.at} desc`)
  return rows.map(({ partner: { code, name, aliases }, partner_score: { at, score, low, high, kindScore } }) => ({
    ...{ code, name, at, score, low, high, kindScore, scoreBefore: before.get(code) ?? null },
    names: namesOf({ name, aliases }),
  }))
}

const before = alias(leg, 'before')

const waitingAt = (db: Db, now: Date): Promise<Waiting[]> =>
  db
    .select({
      place: leg.originCode,
      waiting: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${leg.plannedDeparture} < ${now.toISOString()}::timestamptz))::int`,
    })
    .from(shipment)
    .innerJoin(leg, and(eq(leg.shipmentId, shipment.id), eq(leg.sequence, shipment.currentLeg)))
    .innerJoin(before, and(eq(before.shipmentId, shipment.id), eq(before.sequence, sql`${leg.sequence} - 1`)))
    .where(and(notFinished(), isNull(leg.actualDeparture), isNotNull(before.actualArrival)))
    .groupBy(leg.originCode)
