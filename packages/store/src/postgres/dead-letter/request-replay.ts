import type { ReplayRequest } from '@lading/shared/contract/dead-letter'
import { and, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { deadLetter } from '../schema/dead-letter.ts'

const meets = ({ reason, deviceId, ids }: ReplayRequest) =>
  and(
    reason === undefined ? undefined : eq(deadLetter.reason, reason),
    deviceId === undefined ? undefined : eq(deadLetter.deviceId, deviceId),
    ids === undefined ? undefined : inArray(deadLetter.id, ids),
  )

/** Marks letters to go through ingest again, which it does within seconds, or when it runs again. Answers how many; one of
 * which only the beginning is kept is never among them. */
export const requestReplay = async (db: Db, request: ReplayRequest, now: Date) => {
  const { count: marked } = await db
    .update(deadLetter)
    .set({ replayRequestedAt: now })
    .where(and(meets(request), eq(deadLetter.whole, true), isNull(deadLetter.replayRequestedAt)))
  return marked
}

/** How many letters still wait to go through again. */
export const countWaitingForReplay = async (db: Db) => {
  const [row] = await db.select({ waiting: count() }).from(deadLetter).where(isNotNull(deadLetter.replayRequestedAt))
  return row?.waiting ?? 0
}
