import { courseOf } from '@lading/shared/domain/customs-course'
import { placeOfClearance } from '@lading/shared/domain/customs-crossing'
import type { NewClearance } from '../clearance-outcome/record.ts'
import { clearanceFactsOf, type Goods, missingOf } from './clearance-facts.ts'
import type { EntryRow, EventRow } from './rows.ts'

/** What is known of a declaration once one more thing was told of it, which is the last of `events` to become known. */
export const afterEvent = (entry: EntryRow, events: EventRow[], { documents }: Pick<EventRow, 'documents'>) => ({
  ...courseOf(events),
  missingAtLodging: entry.missingAtLodging ?? missingOf(entry),
  requiredDocuments: [...new Set([...entry.requiredDocuments, ...documents])],
})

/** What there is to learn from a release. Nothing where only the release was told: how long it took is not known from that. */
export const clearanceOf = (
  goods: Goods,
  entry: EntryRow,
  events: EventRow[],
  arrivedAt: (legSequence: number) => Date | null,
): NewClearance | undefined => {
  const { shipmentId, legSequence, state, channel, lodgedAt, closedAt } = entry
  if (state !== 'released' || events.length < 2 || !lodgedAt || !closedAt || !channel) return undefined
  return {
    key: `shipment/${shipmentId}/${legSequence}`,
    ...clearanceFactsOf(goods, entry),
    submittedAt: startOf(goods.legs, entry, lodgedAt, arrivedAt),
    clearedAt: closedAt,
    channel,
    source: 'live',
    shipmentId,
  }
}

/** Nobody opens a box at sea: an examination takes as long as it does from when the goods are there, where they wait for it. */
const startOf = (
  legs: Goods['legs'],
  { legSequence, country, channel, closedAt }: EntryRow,
  lodgedAt: Date,
  arrivedAt: (legSequence: number) => Date | null,
): Date => {
  const leg = legs.find(({ sequence }) => sequence === legSequence)
  const waits = placeOfClearance(legs, legSequence, country)?.code === leg?.origin.code
  const before = legs.findLast(({ sequence }) => sequence < legSequence)
  const arrived = waits && before && arrivedAt(before.sequence)
  if (channel !== 'examination' || !arrived) return lodgedAt
  return new Date(Math.min(Math.max(lodgedAt.getTime(), arrived.getTime()), closedAt?.getTime() ?? Number.POSITIVE_INFINITY))
}
