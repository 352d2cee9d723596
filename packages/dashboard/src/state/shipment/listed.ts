import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { computed, signal } from '@preact/signals'
import { isUsed, type Known, matches } from '../address/filter.ts'
import { address, filter, type Sort } from '../address/live-map.ts'
import { wantingAlerts } from '../queue/alerts.ts'
import { createKeptOrder } from './kept-order.ts'
import { shipments } from './shipments.ts'

/**
 * What the server found for a search text and a warehouse. It also looks at devices, consignees and places on the way, which a summary does
 * not carry, so its finds are listed beside those that match by themselves.
 */
export const found = signal<{ text: string; warehouse: string; ids: ReadonlySet<string> }>({ text: '', warehouse: '', ids: new Set() })

const severityRank = { critical: 3, warning: 2, info: 1 } as const
const rank = ({ worstSeverity }: ShipmentSummary) => (worstSeverity ? severityRank[worstSeverity] : 0)
const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

// Shipments under way by arrival, then those without an arrival time, then those that are done, the latest first.
const byArrival = (a: ShipmentSummary, b: ShipmentSummary) => {
  const done = Number(isFinished(a.state)) - Number(isFinished(b.state))
  if (done !== 0) return done
  if (isFinished(a.state)) return text(b.updatedAt, a.updatedAt)
  return text(a.eta?.p50 ?? '9', b.eta?.p50 ?? '9')
}

const orders: Record<Sort, (a: ShipmentSummary, b: ShipmentSummary) => number> = {
  arrival: byArrival,
  attention: (a, b) => rank(b) - rank(a) || b.openAlerts - a.openAlerts || byArrival(a, b),
  updated: (a, b) => text(b.updatedAt, a.updatedAt),
  number: () => 0,
}

/** The number decides among equals, so that rows never swap places without a reason. */
export const inOrder = (sort: Sort) => (a: ShipmentSummary, b: ShipmentSummary) =>
  orders[sort](a, b) || text(a.trackingNumber, b.trackingNumber)

const none: ReadonlySet<string> = new Set()

// Only where somebody asks for kinds of alert: alerts come and go more often than anything else.
const alerted = computed<ReadonlySet<string>>(() => {
  const { kinds } = filter.value
  if (kinds.length === 0) return none
  return new Set(wantingAlerts.value.filter(({ kind }) => kinds.includes(kind)).map(({ shipmentId }) => shipmentId))
})

const known = computed<Known>(() => {
  const { text, warehouse, ids } = found.value
  return { found: text === filter.value.text && warehouse === filter.value.warehouse ? ids : none, alerted: alerted.value }
})

const sort = computed(() => address.value.sort)
const rule = computed(() => {
  const [wanted, about] = [filter.value, known.value]
  return { matches: (shipment: ShipmentSummary) => matches(wanted, shipment, about), compare: inOrder(sort.value) }
})
const keepOrder = createKeptOrder<ShipmentSummary>(({ id }) => id)

/** The rows of the list, and what the map draws: both always show the same shipments. */
export const listed = computed(() => keepOrder(shipments.value, rule.value))

export const listedIds = computed(() => new Set(listed.value.map(({ id }) => id)))
export const isFiltered = computed(() => isUsed(filter.value))
