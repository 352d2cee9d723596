import { and, eq, exists, isNull } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { deadLetter } from '../schema/dead-letter.ts'
import { device } from '../schema/device.ts'

/** Asks for the replay of letters that were rejected in the very moment in which their device was registered. */
export const replayAdopted = async (db: Db, now: Date) => {
  await db
    .update(deadLetter)
    .set({ replayRequestedAt: now })
    .where(
      and(
        eq(deadLetter.reason, 'unknown-device'),
        isNull(deadLetter.replayRequestedAt),
        exists(db.select({ id: device.id }).from(device).where(eq(device.id, deadLetter.deviceId))),
      ),
    )
}
