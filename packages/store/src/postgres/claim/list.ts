import type { ClaimDetail, ClaimPage, ClaimQuery } from '@lading/shared/contract/claim'
import { claimNearDays } from '@lading/shared/domain/claim'
import { and, desc, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { after } from '../conditions.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { claim } from '../schema/claim.ts'
import { entriesOfClaim, noClaim, selectClaims, toClaim } from './rows.ts'

type Filter = ClaimQuery & { limit: number }

/** Claims, the last opened first. */
export const listClaims = async (db: Db, { limit, cursor, ...wanted }: Filter, now: Date): Promise<ClaimPage> => {
  const { partner, state, kind, shipmentId, orderId, open, due } = wanted
  const near = new Date(now.getTime() + claimNearDays * 86_400_000)
  const rows = await selectClaims(db)
    .where(
      and(
        partner ? eq(claim.partnerCode, partner) : undefined,
        state ? eq(claim.state, state) : undefined,
        kind ? eq(claim.kind, kind) : undefined,
        shipmentId ? eq(claim.shipmentId, shipmentId) : undefined,
        orderId ? eq(claim.orderId, orderId) : undefined,
        open === undefined ? undefined : open ? isNotNull(claim.dueAt) : isNull(claim.dueAt),
        due ? lte(claim.dueAt, near) : undefined,
        cursor ? after(readUuidCursor(cursor), claim.openedAt, claim.id) : undefined,
      ),
    )
    .orderBy(desc(claim.openedAt), desc(claim.id))
    .limit(oneMoreThan(limit))
  return toPage(
    rows,
    limit,
    (row) => toClaim(row, now),
    (row) => ({ at: row.claim.openedAt, id: row.claim.id }),
  )
}

/** A claim with its chain; for a partner only one of its own. */
export const getClaim = async (db: Db, id: string, now: Date, partner?: string): Promise<ClaimDetail> => {
  const [row] = await selectClaims(db).where(and(eq(claim.id, id), partner === undefined ? undefined : eq(claim.partnerCode, partner)))
  if (!row) throw noClaim()
  return { ...toClaim(row, now), chain: await entriesOfClaim(db, id) }
}
