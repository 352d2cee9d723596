import type { Bridge } from '@lading/shared/contract/bridge'
import { asc, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { bridge } from '../schema/bridge.ts'

/** Every bridge, in the order of their names; there are few. */
export const listBridges = async (db: Db): Promise<Bridge[]> => (await db.select().from(bridge).orderBy(asc(bridge.name))).map(toBridge)

export const getBridge = async (db: Db | Transaction, name: string): Promise<Bridge> => {
  const [row] = await db.select().from(bridge).where(eq(bridge.name, name))
  if (!row) throw new DomainError('bridge-not-found', 'There is no such bridge.')
  return toBridge(row)
}

const toBridge = ({ name, topicFilters, createdAt, revokedAt }: typeof bridge.$inferSelect): Bridge => ({
  name,
  topicFilters,
  createdAt: createdAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
})
