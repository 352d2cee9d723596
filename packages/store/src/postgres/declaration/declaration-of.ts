import { crossingOf } from '@lading/shared/domain/customs-crossing'
import type { Declaration } from '@lading/shared/domain/declaration-check'
import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { customsEntry } from '../schema/customs.ts'
import { shipment, shipmentItem, shipmentParty } from '../schema/shipment.ts'
import { legsOf } from '../shipment/legs.ts'

export type DeclaredShipment = { hasDeparted: boolean; declaration: Declaration | null }

/** What is going to be declared of a shipment, as far as it is known; nothing to declare where it stays within one territory. */
export const declarationOf = async (db: Db, shipmentId: string): Promise<DeclaredShipment | undefined> => {
  const [[row], legs] = await Promise.all([
    db.select({ incoterm: shipment.incoterm, arrivesAt: shipment.etaP50 }).from(shipment).where(eq(shipment.id, shipmentId)),
    legsOf(db, shipmentId),
  ])
  if (!row) return undefined
  const hasDeparted = (legs[0]?.departure.actual ?? null) !== null
  const crossing = crossingOf(legs)
  if (!crossing) return { hasDeparted, declaration: null }
  const [parties, items, [entry]] = await Promise.all([
    db
      .select({ role: shipmentParty.role, name: shipmentParty.name, country: shipmentParty.country })
      .from(shipmentParty)
      .where(eq(shipmentParty.shipmentId, shipmentId))
      .orderBy(asc(shipmentParty.role), asc(shipmentParty.name)),
    db
      .select()
      .from(shipmentItem)
      .where(eq(shipmentItem.shipmentId, shipmentId))
      .orderBy(asc(shipmentItem.description), asc(shipmentItem.id)),
    db
      .select()
      .from(customsEntry)
      .where(and(eq(customsEntry.shipmentId, shipmentId), eq(customsEntry.legSequence, crossing.legSequence))),
  ])
  const planned = legs.at(-1)?.arrival.planned
  const arrives = row.arrivesAt ?? (planned ? new Date(planned) : null)
  return {
    hasDeparted,
    declaration: {
      country: entry?.country ?? crossing.country,
      incoterm: row.incoterm,
      modes: legs.map(({ mode }) => mode),
      parties,
      lines: items.map(({ description, hsCode, quantity, valueMinorUnits, currency, origin, weightKg, product }) => ({
        ...{ description, hsCode, quantity, value: { minorUnits: valueMinorUnits, currency }, origin, weightKg, product },
      })),
      requiredDocuments: entry?.requiredDocuments ?? [],
      documents: (entry?.presentDocuments ?? []).map((name) => ({ name, expiresOn: entry?.documentsValidUntil[name] ?? null })),
      departsAt: legs[0] ? new Date(legs[0].departure.planned) : null,
      arrivesOn: arrives?.toISOString().slice(0, 10) ?? null,
    },
  }
}
