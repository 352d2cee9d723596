import type { NewMovement } from '@lading/shared/contract/stock'
import type { Journey } from '../journey/journey.ts'
import type { Api } from '../platform/api.ts'
import { bellNoise } from '../random/hash.ts'
import { carriedOrder } from './carried-order.ts'
import { catalogue } from './catalogue.ts'
import { askedOn, dayOf, warehouseCodes } from './sold-on.ts'
import { deliveriesOf, transferDays } from './supplier.ts'

/** Sales are told four times a day of platform time. */
const slotMs = 6 * 3_600_000
const dayMs = 86_400_000

type Deps = {
  api: Api
  seed: string
  nowMs: number
  /** Whether a consignment under way carries the order of this number: then it comes with that. */
  isCarried?: (number: string) => boolean
}

/** Customers, and the supplier whose orders come in. What is told twice counts once, so a restart does no harm. */
export const createShop = ({ api, seed, nowMs, isCarried = () => false }: Deps) => {
  let told = Math.floor(nowMs / slotMs) - 1

  /** Tells what was sold in the parts of days that are over: what was asked for, as far as the shelves had it. */
  const sell = async (atMs: number) => {
    const slot = Math.floor(atMs / slotMs) - 1
    if (slot <= told) return
    const onHand = new Map((await api.stock()).map((line) => [`${line.product}/${line.warehouse}`, line.onHand]))
    const sales: NewMovement[] = []
    for (let one = Math.max(told + 1, slot - 27); one <= slot; one++)
      for (const line of catalogue)
        for (const [at, warehouse] of warehouseCodes.entries()) {
          const key = `${line.product.sku}/${warehouse}`
          const left = Math.max(0, onHand.get(key) ?? 0)
          const quantity = Math.min(left, askedIn(seed, line, at, one))
          if (quantity === 0) continue
          onHand.set(key, left - quantity)
          const externalId = `sales/${one}`
          sales.push({
            product: line.product.sku,
            warehouse,
            kind: 'issue',
            externalId,
            quantity,
            at: new Date(one * slotMs).toISOString(),
          })
        }
    if (sales.length > 0) await api.recordMovements(sales)
    await receiveOrders(atMs)
    await bringOver(atMs)
    told = slot
  }

  // What is told of an order is booked by the platform; what somebody has counted in already does not come again.
  const receiveOrders = async (atMs: number) => {
    for (const { id, number, state, orderedAt, lines } of await api.purchaseOrders()) {
      if (!['sent', 'confirmed'].includes(state) || orderedAt === null || isCarried(number)) continue
      for (const { product, quantity, received, soonerDays } of lines) {
        const usualDays = catalogue.find((line) => line.product.sku === product)?.leadTimeDays
        if (usualDays === undefined) continue
        const agreedDays = Math.max(1, usualDays - soonerDays)
        let there = received
        for (const delivery of deliveriesOf({ number, orderedAt, quantity, agreedDays })) {
          if (delivery.atMs > atMs || delivery.until <= there) continue
          await api.receiveOrder(id, {
            externalId: `delivery/${delivery.part}`,
            at: new Date(delivery.atMs).toISOString(),
            lines: [{ product, quantity: delivery.until - there }],
          })
          there = delivery.until
        }
      }
    }
  }

  // What is to be brought to another warehouse leaves a day after it was planned, and takes a bit more or less than agreed.
  const bringOver = async (atMs: number) => {
    for (const { id, number, state, createdAt, leftAt } of await api.transfers()) {
      const leavesMs = Date.parse(createdAt) + dayMs
      const arrivesMs = Date.parse(leftAt ?? '') + transferDays * dayMs * (1 + 0.15 * bellNoise('transfer', number))
      if (state === 'planned' && leavesMs <= atMs) await api.moveTransfer(id, { state: 'under-way', at: new Date(leavesMs).toISOString() })
      if (state === 'under-way' && arrivesMs <= atMs)
        await api.moveTransfer(id, { state: 'arrived', at: new Date(arrivesMs).toISOString() })
    }
  }

  /** What a consignment carries for a warehouse was ordered of the supplier. */
  const order = async (journey: Journey) => {
    const carried = carriedOrder(journey)
    if (carried) await api.addOrder(carried)
  }

  /** Goods of a shipment that has arrived are counted in, as of their order where there is one. */
  const receive = async (journey: Journey) => {
    const carried = carriedOrder(journey)
    const ordered = carried && (await api.orderNumbered(carried.number))
    const { trackingNumber, booking, legs } = journey
    if (ordered && ordered.state !== 'cancelled')
      return api.receiveOrder(ordered.id, {
        externalId: trackingNumber,
        lines: carried.lines.map(({ product, quantity }) => ({ product, quantity })),
      })
    const { items } = booking
    const warehouse = legs.at(-1)?.destination.code ?? ''
    const receipts = items.flatMap(({ product, quantity }): NewMovement[] =>
      product ? [{ product, warehouse, kind: 'receipt', externalId: trackingNumber, quantity, reference: trackingNumber }] : [],
    )
    if (receipts.length > 0) await api.recordMovements(receipts)
  }

  return { sell, order, receive }
}

// The quarters of a day add up to the day.
const askedIn = (seed: string, line: (typeof catalogue)[number], warehouse: number, slot: number) => {
  const part = slot % 4
  const asked = askedOn(seed, line, warehouse, dayOf(slot * slotMs))
  return Math.floor((asked * (part + 1)) / 4) - Math.floor((asked * part) / 4)
}
