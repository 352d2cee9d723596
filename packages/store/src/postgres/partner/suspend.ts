import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { partner } from '../schema/partner-register.ts'
import { lockPartner, noteChange, type Who } from './known.ts'

/** Takes a partner out of use, or back into it where there is no reason any more. Said twice it changes nothing but the reason. */
export const suspend = (db: Db, code: string, reason: string | null, who: Who) =>
  db.transaction(async (tx) => {
    const before = await lockPartner(tx, code)
    if (before.suspendedReason === reason) return
    await tx
      .update(partner)
      .set({ suspendedReason: reason, suspendedAt: reason === null ? null : (before.suspendedAt ?? who.now), updatedAt: who.now })
      .where(eq(partner.code, code))
    await noteChange(tx, code, reason === null ? 'reinstated' : 'suspended', { reason: reason ?? before.suspendedReason }, who)
  })
