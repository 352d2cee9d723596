import type { DeadLetter, DeadLetterQuery } from '@lading/shared/contract/dead-letter'
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { after } from '../conditions.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { deadLetter } from '../schema/dead-letter.ts'

/** Everything but the payload, which may be a megabyte. */
export const letterColumns = {
  id: deadLetter.id,
  receivedAt: deadLetter.receivedAt,
  times: deadLetter.times,
  topic: deadLetter.topic,
  reason: deadLetter.reason,
  detail: deadLetter.detail,
  deviceId: deadLetter.deviceId,
  whole: deadLetter.whole,
  bytes: sql<number>`octet_length(${deadLetter.payload})`,
  replayRequestedAt: deadLetter.replayRequestedAt,
}

type Row = { receivedAt: Date; replayRequestedAt: Date | null } & Omit<DeadLetter, 'receivedAt' | 'replayRequestedAt'>

export const toLetter = ({ receivedAt, replayRequestedAt, ...row }: Row): DeadLetter => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
  replayRequestedAt: replayRequestedAt?.toISOString() ?? null,
})

/** Dead letters that meet every part of the filter, the newest first. */
export const listDeadLetters = async (db: Db, { reason, deviceId, from, until, cursor, limit }: DeadLetterQuery & { limit: number }) => {
  const rows = await db
    .select(letterColumns)
    .from(deadLetter)
    .where(
      and(
        reason === undefined ? undefined : eq(deadLetter.reason, reason),
        deviceId === undefined ? undefined : eq(deadLetter.deviceId, deviceId),
        from === undefined ? undefined : gte(deadLetter.receivedAt, new Date(from)),
        until === undefined ? undefined : lt(deadLetter.receivedAt, new Date(until)),
        cursor ? after(readUuidCursor(cursor), deadLetter.receivedAt, deadLetter.id) : undefined,
      ),
    )
    .orderBy(desc(deadLetter.receivedAt), desc(deadLetter.id))
    .limit(oneMoreThan(limit))
  return toPage(rows, limit, toLetter, (row) => ({ at: row.receivedAt, id: row.id }))
}
