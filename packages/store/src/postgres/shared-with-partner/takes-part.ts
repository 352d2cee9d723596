import type { PartnerRole } from '@lading/shared/domain/partner'
import { type SQL, sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import { namesOf } from '../partner/names-of.ts'

export type Sharing = { code: string; name: string; aliases: string[]; roles: PartnerRole[] }

/** The names that records have a partner by where it has this role; none where it has not. */
export const namesAs = (partner: Sharing, role: PartnerRole) => (partner.roles.includes(role) ? namesOf(partner) : [])

const among = (text: SQL, names: string[]) => sql`lower(${text}) = any(${textArray(names)}::text[])`

/**
 * What of shipments a partner takes part in: rows of shipment_id, role, sequence (of a leg, or of the leg that waits for an entry) and
 * order_id. A carrier by the carrier of a leg, a broker by an entry's declarant or broker, a forwarder by the parties, a supplier by its
 * orders that a shipment carries, a warehouse by the place that a leg starts from or ends at: each by its names in the register, as its score
 * is. Everything that a partner sees of shipments goes through here.
 */
export const takesPart = (partner: Sharing): SQL => sql`(
  select shipment_id, 'carrier' as role, sequence, null::uuid as order_id from leg where ${among(sql`leg.carrier`, namesAs(partner, 'carrier'))}
  union
  select shipment_id, 'broker', leg_sequence, null from customs_entry
  where ${among(sql`declarant`, namesAs(partner, 'broker'))} or ${among(sql`broker`, namesAs(partner, 'broker'))}
  union
  select shipment_id, 'forwarder', null, null from shipment_party
  where shipment_party.role = 'forwarder' and ${among(sql`shipment_party.name`, namesAs(partner, 'forwarder'))}
  union
  select s.id, 'supplier', null, o.id from purchase_order o
  join shipment s on s.reference = o.number and s.destination_code = o.warehouse
  where o.state <> 'draft' and ${among(sql`o.supplier`, namesAs(partner, 'supplier'))}
  union
  select leg.shipment_id, 'warehouse', leg.sequence, null from leg
  join location on location.code in (leg.origin_code, leg.destination_code) and location.kind = 'warehouse'
  where ${among(sql`location.name`, namesAs(partner, 'warehouse'))}
)`
