import type { PartnerPlace, PartnerShipment } from '@lading/shared/contract/partner-portal'
import type { PartnerRole } from '@lading/shared/domain/partner'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { type Sharing, takesPart } from './takes-part.ts'

type Parts = Pick<PartnerShipment, 'as' | 'journey' | 'legs' | 'entries' | 'orders'>
type Part = { id: string; role: PartnerRole; sequence: number | null; orderId: string | null; number: string | null }
type LegRow = Parts['legs'][number] & { id: string; isLast: boolean; isFirst: boolean }

/** Who answers for a journey as a whole, or waits for its goods, sees from where to where it goes, and when. */
const seesJourney: PartnerRole[] = ['forwarder', 'supplier']

/** What of these shipments concerns a partner: of its legs, entries and orders, and of the whole journey where it answers for that. */
export const partsOf = async (db: Db, partner: Sharing, ids: string[]): Promise<(id: string) => Parts> => {
  if (ids.length === 0) return () => nothing
  const [parts, legs, entries] = await Promise.all([
    db.execute<Part>(sql`
      select shipment_id as id, part.role, part.sequence, part.order_id as "orderId", o.number
      from ${takesPart(partner)} as part left join purchase_order o on o.id = part.order_id
      where shipment_id in ${ids} order by part.role, part.sequence, o.number`),
    legsOf(db, ids),
    entriesOf(db, ids),
  ])
  const [itsParts, itsLegs, itsEntries] = [Map.groupBy(parts, idOf), Map.groupBy(legs, idOf), Map.groupBy(entries, idOf)]
  return (id) => {
    const mine = itsParts.get(id) ?? []
    const sequences = (roles: PartnerRole[]) => new Set(mine.filter(({ role }) => roles.includes(role)).map(({ sequence }) => sequence))
    const [ownLegs, ownEntries] = [sequences(['carrier', 'warehouse']), sequences(['broker'])]
    const all = itsLegs.get(id) ?? []
    const [first, last] = [all.find(({ isFirst }) => isFirst), all.find(({ isLast }) => isLast)]
    return {
      as: [...new Set(mine.map(({ role }) => role))],
      journey:
        first && last && mine.some(({ role }) => seesJourney.includes(role))
          ? { origin: first.origin, destination: last.destination, departure: first.departure, arrival: last.arrival }
          : null,
      legs: all
        .filter(({ sequence }) => ownLegs.has(sequence))
        .map(({ sequence, mode, origin, destination, departure, arrival }) => ({
          ...{ sequence, mode, origin, destination, departure, arrival },
        })),
      entries: (itsEntries.get(id) ?? []).filter(({ legSequence }) => ownEntries.has(legSequence)).map(({ id: _, ...entry }) => entry),
      orders: mine.flatMap(({ orderId, number }) => (orderId && number ? [{ id: orderId, number }] : [])),
    }
  }
}

const nothing: Parts = { as: [], journey: null, legs: [], entries: [], orders: [] }
const idOf = ({ id }: { id: string }) => id

// Where somebody lives is nobody's business but the country of it.
const place = (name: string, kind: string, country: string): PartnerPlace => ({ name: kind === 'address' ? null : name, country })
const iso = (instant: string | null) => (instant === null ? null : new Date(instant).toISOString())
const times = (planned: string, estimated: string | null, actual: string | null) => ({
  planned: new Date(planned).toISOString(),
  estimated: iso(estimated),
  actual: iso(actual),
})

const legsOf = async (db: Db, ids: string[]): Promise<LegRow[]> => {
  const rows = await db.execute<
    Record<string, string | null> & { id: string; sequence: number; mode: LegRow['mode']; isLast: boolean }
  >(sql`
    select leg.shipment_id as id, sequence, leg.mode, sequence = max(sequence) over (partition by leg.shipment_id) as "isLast",
      origin.name as "originName", origin.kind as "originKind", origin.country as "originCountry",
      destination.name as "destinationName", destination.kind as "destinationKind", destination.country as "destinationCountry",
      planned_departure as "plannedDeparture", estimated_departure as "estimatedDeparture", actual_departure as "actualDeparture",
      planned_arrival as "plannedArrival", estimated_arrival as "estimatedArrival", actual_arrival as "actualArrival"
    from leg join location origin on origin.code = origin_code join location destination on destination.code = destination_code
    where leg.shipment_id in ${ids} order by sequence`)
  return rows.map((row) => ({
    ...{ id: row.id, sequence: row.sequence, mode: row.mode, isFirst: row.sequence === 1, isLast: row.isLast },
    origin: place(row.originName as string, row.originKind as string, row.originCountry as string),
    destination: place(row.destinationName as string, row.destinationKind as string, row.destinationCountry as string),
    departure: times(row.plannedDeparture as string, row.estimatedDeparture ?? null, row.actualDeparture ?? null),
    arrival: times(row.plannedArrival as string, row.estimatedArrival ?? null, row.actualArrival ?? null),
  }))
}

type EntryRow = Parts['entries'][number] & { id: string }

const entriesOf = async (db: Db, ids: string[]): Promise<EntryRow[]> => {
  const rows = await db.execute<EntryRow>(sql`
    select shipment_id as id, leg_sequence as "legSequence", country, office, reference, state, channel, last_free_day::text as "lastFreeDay",
      lodged_at as "lodgedAt", state_at as "stateAt",
      array(select unnest(required_documents) except select unnest(present_documents) order by 1) as missing
    from customs_entry where shipment_id in ${ids} order by leg_sequence`)
  return rows.map((row) => ({ ...row, lodgedAt: iso(row.lodgedAt), stateAt: iso(row.stateAt) }))
}
