import type { ShipmentItem } from '@lading/shared/contract/shipment'
import type { Journey } from '../journey/journey.ts'

const columns = [
  ...['id', 'country', 'office', 'hs_code', 'mode', 'party', 'submitted_at', 'cleared_at', 'channel', 'missing_documents', 'restrictions'],
]

/** How the clearances of journeys went that are over, as a file for `POST /v1/clearance-history`. */
export const pastClearances = (journeys: Journey[]): string => {
  const rows = journeys.flatMap(({ clearance, legs, booking }, number) => {
    if (!clearance) return []
    const { country, office, declarant, lodgedMs, releasedMs, channel, missingDocuments, restrictions } = clearance
    const cameBy = legs[clearance.legSequence - 2]
    return [
      [
        ...[`clearance-${number}`, country, office.code, mainItem(booking.items)?.hsCode ?? '', cameBy?.mode ?? '', quoted(declarant)],
        ...[iso(lodgedMs), iso(releasedMs), channel, quoted(missingDocuments.join(';')), quoted(restrictions.join(';'))],
      ],
    ]
  })
  return [columns, ...rows].map((row) => row.join(',')).join('\n')
}

/** Goods count as what is worth most of them. */
const mainItem = (items: ShipmentItem[]) =>
  items.toSorted((one, other) => other.value.minorUnits - one.value.minorUnits || (one.hsCode < other.hsCode ? -1 : 1))[0]

const quoted = (text: string) => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`)
const iso = (ms: number) => new Date(ms).toISOString()
