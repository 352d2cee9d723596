import { crossingOf } from '@lading/shared/domain/customs-crossing'
import { isClosed } from '@lading/shared/domain/customs-entry'
import { asc, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { customsEntry } from '../schema/customs.ts'
import { legsOf } from '../shipment/legs.ts'

/**
 * Which leg waits for a release of which nothing is said but the shipment: the first whose declaration is open, or else the one at which
 * goods are cleared by the plan, or else the last that was declared.
 */
export const legInQuestion = async (db: Db, shipmentId: string): Promise<number> => {
  const entries = await db
    .select({ legSequence: customsEntry.legSequence, state: customsEntry.state })
    .from(customsEntry)
    .where(eq(customsEntry.shipmentId, shipmentId))
    .orderBy(asc(customsEntry.legSequence))
  const open = entries.find(({ state }) => !isClosed(state)) ?? crossingOf(await legsOf(db, shipmentId)) ?? entries.at(-1)
  if (!open) throw new DomainError('passes-no-customs', 'Goods do not leave the customs territory they begin in.')
  return open.legSequence
}
