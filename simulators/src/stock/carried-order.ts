import type { NewPurchaseOrder } from '@lading/shared/contract/purchase-order'
import type { Journey } from '../journey/journey.ts'
import { catalogue } from './catalogue.ts'
import { supplier } from './supplier.ts'

const dayMs = 86_400_000
const iso = (ms: number) => new Date(ms).toISOString()

export type CarriedOrder = NewPurchaseOrder & { number: string }

/**
 * The order that a consignment carries, where it comes as stock of a warehouse: under the reference of its booking, placed as long before it
 * is to come as its goods usually take, and before it left.
 */
export const carriedOrder = ({ booking: { reference, items }, legs }: Pick<Journey, 'booking' | 'legs'>): CarriedOrder | undefined => {
  const [first, last] = [legs[0], legs.at(-1)]
  const expectedAt = iso(last?.plannedArrivalMs ?? 0)
  const lines = items.flatMap(({ product, quantity }) => (product ? [{ product, quantity, expectedAt }] : []))
  if (!reference || !first || !last || lines.length === 0) return undefined
  const usualDays = Math.max(
    0,
    ...catalogue.map((line) => (lines.some(({ product }) => product === line.product.sku) ? line.leadTimeDays : 0)),
  )
  return {
    ...{ number: reference, supplier, warehouse: last.destination.code, lines },
    orderedAt: iso(Math.min(last.plannedArrivalMs - usualDays * dayMs, first.plannedDepartureMs - dayMs)),
  }
}
