import { expectedArrival } from '@lading/models/stock/lead-time/expected-arrival'
import { type LeadTime, learnLeadTime } from '@lading/models/stock/lead-time/learn-lead-time'
import type { ArrivalReason, KeptOrder, PurchaseOrder, PurchaseOrderLine } from '@lading/shared/contract/purchase-order'
import type { Db } from '@lading/store/postgres/open'
import { type Carried, carriedBy } from '@lading/store/postgres/purchase-order/carried-by'
import { pastDeliveries } from '@lading/store/postgres/purchase-order/past-deliveries'
import { getTermsOf } from '@lading/store/postgres/stock/terms'

const halfDayMs = 12 * 3_600_000

type Window = NonNullable<PurchaseOrderLine['arrival']>

/** Orders with when each of their lines comes: as the shipments that carry it are to arrive, and the rest as long as its supplier takes. */
export const withArrivals = async (db: Db, orders: KeptOrder[], now: Date): Promise<PurchaseOrder[]> => {
  const isOpen = ({ state }: KeptOrder) => state !== 'received' && state !== 'cancelled'
  const open = orders.filter(isOpen)
  const suppliers = [...new Set(open.map(({ supplier }) => supplier))]
  const keys = open.flatMap(({ warehouse, lines }) => lines.map(({ product }) => ({ product, warehouse })))
  const [carried, terms, past] = await Promise.all([
    carriedBy(
      db,
      open.map(({ number }) => number),
    ),
    getTermsOf(db, keys),
    Promise.all(suppliers.map(async (supplier) => [supplier, await pastDeliveries(db, supplier, now)] as const)),
  ])
  const pastOf = new Map(past)
  return orders.map((order) => {
    const on = carried.filter(({ number, warehouse }) => number === order.number && warehouse === order.warehouse)
    const expectationOf = (line: KeptOrder['lines'][number]): Pick<PurchaseOrderLine, 'arrival' | 'why'> => {
      const left = line.quantity - line.received
      if (!isOpen(order) || left <= 0) return { arrival: null, why: [] }
      const shipped = on.filter(({ product }) => product === line.product)
      const windows: Window[] = shipped.map(({ p10, p50, p90 }) => ({ p10, p50, p90 }))
      const why: ArrivalReason[] = shipped.map(({ trackingNumber, quantity }) => ({
        code: 'on-shipment',
        values: { trackingNumber, quantity },
      }))
      if (left > sumOf(shipped)) {
        const key = { product: line.product, warehouse: order.warehouse }
        const agreed = terms.get(`${key.product}\n${key.warehouse}`)
        const leadTime = agreed && learnLeadTime(agreed, key, pastOf.get(order.supplier) ?? [])
        const orderedAt = order.orderedAt === null ? null : new Date(order.orderedAt)
        const confirmedAt = line.confirmed?.counts ? new Date(line.confirmed.at) : null
        const promisedAt = confirmedAt ?? (line.isPromised || !leadTime ? new Date(line.expectedAt) : null)
        const { p10, p50, p90 } = expectedArrival(
          leadTime ?? { meanDays: 0, sdDays: 0 },
          { orderedAt, promisedAt, soonerDays: line.soonerDays },
          now,
        )
        windows.push({ p10: p10.toISOString(), p50: p50.toISOString(), p90: p90.toISOString() })
        why.push(...reasonsOf(line, leadTime, { orderedAt, now }))
      }
      return { arrival: around(windows), why }
    }
    return {
      ...order,
      lines: order.lines.map((line) => ({ ...line, ...expectationOf(line) })),
      shipments: [...new Map(on.map(({ shipmentId: id, trackingNumber }) => [id, { id, trackingNumber }])).values()],
    }
  })
}

type Times = { orderedAt: Date | null; now: Date }

/** Why what no shipment carries yet is expected when it is. */
const reasonsOf = (
  { expectedAt, isPromised, soonerDays, confirmed }: KeptOrder['lines'][number],
  leadTime: LeadTime | undefined,
  { orderedAt, now }: Times,
): ArrivalReason[] => {
  const why: ArrivalReason[] = []
  if (confirmed?.counts) why.push({ code: 'confirmed', values: { at: confirmed.at } })
  else if (isPromised) why.push({ code: 'promised', values: { at: expectedAt } })
  else if (!leadTime) why.push({ code: 'as-entered', values: { at: expectedAt } })
  else if (leadTime.orders + leadTime.otherOrders + leadTime.onShipments > 0) {
    const { meanDays, agreedDays, orders, otherOrders, onShipments } = leadTime
    why.push({ code: 'past-orders', values: { count: orders + otherOrders + onShipments, meanDays, agreedDays } })
  } else why.push({ code: 'agreed', values: { days: leadTime.agreedDays } })
  if (soonerDays > 0) why.push({ code: 'sooner', values: { days: soonerDays } })
  if (orderedAt === null) why.push({ code: 'not-placed', values: {} })
  else if (latestOf({ expectedAt, confirmed }) < now.getTime()) why.push({ code: 'overdue', values: {} })
  return why
}

/** A day that the supplier said is not over before it is. */
const latestOf = ({ expectedAt, confirmed }: Pick<KeptOrder['lines'][number], 'expectedAt' | 'confirmed'>) =>
  confirmed?.counts ? Date.parse(confirmed.at) + halfDayMs : Date.parse(expectedAt)

const sumOf = (some: Carried[]) => some.reduce((sum, { quantity }) => sum + quantity, 0)

/** From when the first part may come until the last one has; the middle is the last part's, with which the line is complete. */
const around = (windows: Window[]): Window => {
  const by = (level: keyof Window) => windows.map((window) => window[level]).toSorted()
  return { p10: by('p10')[0] as string, p50: by('p50').at(-1) as string, p90: by('p90').at(-1) as string }
}
