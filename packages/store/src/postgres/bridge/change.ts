import { eq, sql } from 'drizzle-orm'
import { brokerSecretHash } from '../../broker/secret-hash.ts'
import { tellIdentityChange } from '../device/identity-changes.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { bridge } from '../schema/bridge.ts'
import { newSecret } from '../secret.ts'
import { checkedFilters } from './checked-filters.ts'

type Change = { [Column in keyof typeof bridge.$inferInsert]?: (typeof bridge.$inferInsert)[Column] | ReturnType<typeof sql> }

/** Whoever is connected as the bridge is disconnected, and comes back as what it is from now on. */
const changeBridge = (db: Db, name: string, change: Change) =>
  db.transaction(async (tx) => {
    const changed = await tx.update(bridge).set(change).where(eq(bridge.name, name)).returning({ name: bridge.name })
    if (changed.length === 0) throw new DomainError('bridge-not-found', 'There is no such bridge.')
    await tellIdentityChange(tx, name)
  })

/** What it was allowed before is replaced. */
export const giveFilters = (db: Db, name: string, topicFilters: string[]) =>
  changeBridge(db, name, { topicFilters: checkedFilters(topicFilters) })

/** From now on it may not connect. Revoking twice keeps the first moment. */
export const revokeBridge = (db: Db, name: string) => changeBridge(db, name, { revokedAt: sql`coalesce(${bridge.revokedAt}, now())` })

/** A new secret, and the old one ends. A bridge that was revoked may connect again with it. */
export const rotateBridgeSecret = async (db: Db, name: string) => {
  const secret = newSecret(32)
  await changeBridge(db, name, { secretHash: brokerSecretHash(secret), revokedAt: null })
  return secret
}
