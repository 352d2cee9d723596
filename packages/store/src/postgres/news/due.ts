import { type Known, largeMoveHours, type NewsKind, type Told, type Wanted, windowQuietHours } from '@lading/shared/domain/news'
import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { newsSubscription } from '../schema/news.ts'
import { shipment } from '../schema/shipment.ts'
import { knownColumns } from './known.ts'

/** Somebody who may have to be told something: what they were told last, and what is known now. */
export type Due = { id: string; looks: number; wanted: Wanted; told: Told; known: Known }

const { told } = newsSubscription

/**
 * Subscriptions whose shipment is not as it was when they were told last; whether that is news is for others to say. Nobody has to
 * announce a change, so none is missed. `now` is wall time, `platformNow` what goods live in.
 */
export const dueNews = async (db: Db, { now, platformNow }: { now: Date; platformNow: Date }, limit: number): Promise<Due[]> => {
  const columns = knownColumns(platformNow)
  const movedMs = (part: 'p10' | 'p50' | 'p90') =>
    sql`((${columns.window} ->> ${part})::bigint - (${told} -> 'window' ->> ${part})::bigint)`
  const wants = (kind: NewsKind) => sql`${kind} = any(${newsSubscription.kinds})`
  // What is found must become something else by being looked at, or it would be found again and again before all others.
  const isQuiet = sql`(${platformNow.getTime()}::bigint - (${told} ->> 'toldAt')::bigint < ${windowQuietHours} * 3600000)`
  const worthMs = sql`(case when 'window' = any(${newsSubscription.kinds}) then ${newsSubscription.windowHours} else ${largeMoveHours} end) * 3600000`
  const rows = await db
    .select({
      id: newsSubscription.id,
      looks: newsSubscription.looks,
      kinds: newsSubscription.kinds,
      windowHours: newsSubscription.windowHours,
      told,
      ...columns,
    })
    .from(newsSubscription)
    .innerJoin(shipment, eq(shipment.id, newsSubscription.shipmentId))
    .where(
      and(
        isNotNull(newsSubscription.confirmedAt),
        isNull(newsSubscription.undeliverableAt),
        gt(newsSubscription.expiresAt, now),
        sql`(${told} ->> 'state' <> ${shipment.state}::text
          or (${columns.arriving} and not (${told} -> 'arriving')::boolean)
          or coalesce(${columns.customs}, 'null') <> ${told} -> 'customs'
          or (${columns.window} is not null and (${told} -> 'window' = 'null'
            or (${wants('window')} is not true or ${isQuiet} is not true) and greatest(abs(${movedMs('p10')}), abs(${movedMs('p90')})) >= ${worthMs}
            or ${wants('delayed')} and ${movedMs('p50')} >= ${largeMoveHours} * 3600000)))`,
      ),
    )
    .orderBy(asc(newsSubscription.id))
    .limit(limit)
  return rows.flatMap(({ id, looks, kinds, windowHours, told, state, window, customs, arriving }) =>
    told ? [{ id, looks, wanted: { kinds, windowHours }, told, known: { state, window, customs, arriving } }] : [],
  )
}
