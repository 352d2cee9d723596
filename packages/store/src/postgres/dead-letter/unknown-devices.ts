import type { UnknownDevices } from '@lading/shared/contract/dead-letter'
import { and, count, desc, eq, isNotNull, max, min, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { deadLetter } from '../schema/dead-letter.ts'

/** Anybody who may publish can make up names: what is shown is bounded. */
const shownMax = 500

/** Devices that nobody registered and whose readings wait, the last heard of first. */
export const listUnknownDevices = async (db: Db): Promise<UnknownDevices['items']> => {
  const rows = await db
    .select({
      id: deadLetter.deviceId,
      count: count(),
      first: min(deadLetter.receivedAt),
      last: max(deadLetter.receivedAt),
      topic: sql<string>`(array_agg(${deadLetter.topic} order by ${deadLetter.receivedAt} desc))[1]`,
    })
    .from(deadLetter)
    .where(and(eq(deadLetter.reason, 'unknown-device'), isNotNull(deadLetter.deviceId)))
    .groupBy(deadLetter.deviceId)
    .orderBy(desc(max(deadLetter.receivedAt)))
    .limit(shownMax)
  return rows.flatMap(({ id, first, last, ...row }) =>
    id && first && last ? [{ id, ...row, firstSeenAt: first.toISOString(), lastSeenAt: last.toISOString() }] : [],
  )
}
