import type { Leg, ShipmentItem, ShipmentParty } from '@lading/shared/contract/shipment'
import { placeOfClearance } from '@lading/shared/domain/customs-crossing'
import type { Location } from '@lading/shared/domain/location'
import type { Mode } from '@lading/shared/domain/mode'
import { partyKey } from '../clearance-outcome/party-key.ts'

/** What a clearance is told apart by, before and after it. Of a party there is the key, never the name. */
export type ClearanceFacts = {
  country: string
  office: string | null
  hsCode: string | null
  mode: Mode | null
  party: string | null
  /** As they were when it was lodged; until then as they are. */
  missingDocuments: string[]
  restrictions: string[]
}

export type Declared = {
  legSequence: number
  country: string
  office: string | null
  declarant: string | null
  requiredDocuments: string[]
  presentDocuments: string[]
  missingAtLodging: string[] | null
  restrictions: string[]
}
export type Goods = { legs: ClearedLeg[]; items: Pick<ShipmentItem, 'hsCode' | 'value'>[]; parties: Pick<ShipmentParty, 'role' | 'name'>[] }

/** Of a leg, what tells where goods are cleared and what brought them there. */
type ClearedLeg = Pick<Leg, 'sequence' | 'mode'> & { origin: ClearedPlace; destination: ClearedPlace }
type ClearedPlace = Pick<Location, 'code' | 'country' | 'kind'>

/**
 * The goods count as what is worth most of them: duty and interest of customs follow value, and where one heading stands for a mixed
 * consignment it is the main one. They came by what brought them to where they are cleared.
 */
export const clearanceFactsOf = ({ legs, items, parties }: Goods, declared: Declared): ClearanceFacts => {
  const { legSequence, country, office, declarant, missingAtLodging, restrictions } = declared
  const main = items.toSorted((one, other) => other.value.minorUnits - one.value.minorUnits || (one.hsCode < other.hsCode ? -1 : 1))[0]
  const leg = legs.find(({ sequence }) => sequence === legSequence)
  const waits = placeOfClearance(legs, legSequence, country)?.code === leg?.origin.code
  const broughtBy = (waits && legs.findLast(({ sequence }) => sequence < legSequence)) || leg
  const party = declarant ?? parties.find(({ role }) => role === 'consignee')?.name
  return {
    country,
    office,
    hsCode: main?.hsCode ?? null,
    mode: broughtBy?.mode ?? null,
    party: party === undefined ? null : partyKey(party),
    missingDocuments: missingAtLodging ?? missingOf(declared),
    restrictions,
  }
}

export const missingOf = ({ requiredDocuments, presentDocuments }: Pick<Declared, 'requiredDocuments' | 'presentDocuments'>) =>
  requiredDocuments.filter((document) => !presentDocuments.includes(document))
