import type { CustomsEntry } from '@lading/shared/contract/customs'
import type { TrackedCustoms } from '@lading/store/postgres/tracking/tracked-shipment'

type Some = Partial<Omit<CustomsEntry, 'lodgedAt' | 'stateAt' | 'closedAt'>> & { lodgedAt?: Date; stateAt?: Date; closedAt?: Date }

/** A declaration for the second leg, into Great Britain. */
export const entry = ({ lodgedAt, stateAt, closedAt, ...some }: Some = {}): CustomsEntry => ({
  ...{ id: 'e-1', shipmentId: 's-1', legSequence: 2, country: 'GB', office: null, reference: null, declarant: null, broker: null },
  ...{ state: 'draft', channel: null, requiredDocuments: [], presentDocuments: [], restrictions: [], events: [] },
  ...{ documentsValidUntil: {}, lastFreeDay: null, freeUntil: null },
  lodgedAt: lodgedAt?.toISOString() ?? null,
  stateAt: stateAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
  ...some,
})

/** The clearance of the second leg, of which nothing was told unless an entry is given. */
export const customsCase = (
  its: CustomsEntry | null = null,
  missingDocuments: string[] = [],
  restrictions: string[] = [],
): TrackedCustoms => ({
  legSequence: its?.legSequence ?? 2,
  entry: its,
  facts: { ...{ country: its?.country ?? 'GB', office: null, hsCode: null, mode: 'sea', party: null }, missingDocuments, restrictions },
  kept: null,
})
