import type { Leg } from '@lading/shared/contract/shipment'
import { crossingOf } from '@lading/shared/domain/customs-crossing'
import { and, eq, sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Transaction } from '../open.ts'
import { customsEntry } from '../schema/customs.ts'
import { shipment } from '../schema/shipment.ts'
import { legsOf } from '../shipment/legs.ts'
import type { EntryRow } from './rows.ts'

type Which = { shipmentId: string; legSequence: number; country?: string }

/**
 * The declaration that a leg waits for, made as a draft where there is none: for the country and office where goods are cleared, or for
 * the country that is given. Other changes to the shipment wait until the transaction ends.
 */
export const openEntry = async (
  tx: Transaction,
  { shipmentId, legSequence, country }: Which,
  now: Date,
): Promise<{ entry: EntryRow; legs: Leg[] }> => {
  const [locked] = await tx.select({ id: shipment.id }).from(shipment).where(eq(shipment.id, shipmentId)).for('no key update')
  if (!locked) throw new DomainError('shipment-not-found', 'There is no such shipment.')
  const legs = await legsOf(tx, shipmentId)
  const [known] = await tx
    .select()
    .from(customsEntry)
    .where(and(eq(customsEntry.shipmentId, shipmentId), eq(customsEntry.legSequence, legSequence)))
  if (known) return { entry: known, legs }
  const [entry] = await tx
    .insert(customsEntry)
    .values({ shipmentId, legSequence, ...draftOf(legs, legSequence, country), createdAt: now, updatedAt: now })
    .returning()
  return { entry: entry as EntryRow, legs }
}

const draftOf = (legs: Leg[], legSequence: number, country: string | undefined) => {
  if (!legs.some(({ sequence }) => sequence === legSequence))
    throw new DomainError('leg-not-found', `The shipment has no leg ${legSequence}.`, [
      { path: '/leg', message: `is none of 1 to ${legs.length}` },
    ])
  const crossing = crossingOf(legs)
  if (crossing?.legSequence === legSequence) return { country: country ?? crossing.country, office: officeOf(crossing.place) }
  if (country) return { country, office: null }
  throw new DomainError(
    'passes-no-customs',
    crossing
      ? `Goods are cleared at ${crossing.place.name}, before leg ${crossing.legSequence} can ${crossing.waits ? 'begin' : 'end'}. For a declaration of leg ${legSequence}, say for which country it is.`
      : 'Goods do not leave the customs territory they begin in. For a declaration all the same, say for which country it is.',
    [{ path: '/country', message: 'is needed for this leg' }],
  )
}

/** Nobody clears at the door: whose office it is, is not known from the plan. */
export const officeOf = ({ code, kind }: { code: string; kind: string }) => (kind === 'address' ? null : code)

/** Marks the shipment as changed, so that whoever follows it now looks again. */
export const touchShipment = (tx: Transaction, shipmentId: string, now: Date) =>
  tx
    .update(shipment)
    .set({ updatedAt: sql`greatest(${sql.param(now, shipment.updatedAt)}, ${shipment.updatedAt} + interval '1 millisecond')` })
    .where(eq(shipment.id, shipmentId))
