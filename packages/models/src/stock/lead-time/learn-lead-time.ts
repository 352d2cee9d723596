import type { PastDelivery } from '@lading/shared/domain/supply'
import { atMost, type Belief, type Observed, updated } from './belief.ts'

/** What is known of how long it takes from ordering to having, and what that rests on. */
export type LeadTime = {
  meanDays: number
  sdDays: number
  agreedDays: number
  agreedSdDays: number
  /** Past orders of this product for this warehouse; of the same supplier besides. */
  orders: number
  otherOrders: number
  /** Orders of the supplier that live shipments carry. */
  onShipments: number
  /** Share of the figure that the terms still have, 1 where there is nothing else. */
  agreedShare: number
}

type Agreed = { leadTimeDays: number; leadTimeSdDays: number }

/** Terms count as much as so many orders; what other products and other warehouses showed, at most as so many. */
const termsWeight = 4
const othersWeight = 4
const laneWeight = 6

/**
 * How long an order takes, learnt from past ones of its supplier: first those for other warehouses, then of other products for this one, then
 * its own, each shrunk to what was believed before, and all of it to the terms. Others count by how they kept to their own terms. An order that
 * a live shipment carries counts as that arrives, with its uncertainty; one that is overdue as at least as long as it has taken.
 */
export const learnLeadTime = (agreed: Agreed, key: { product: string; warehouse: string }, past: PastDelivery[]): LeadTime => {
  const { leadTimeDays, leadTimeSdDays } = agreed
  const told = past.flatMap((one) => asSeen(one, leadTimeDays, key))
  const ofLane = told.filter(({ warehouse }) => warehouse === key.warehouse)
  const own = ofLane.filter(({ product }) => product === key.product)
  const terms: Belief = { meanDays: leadTimeDays, sdDays: leadTimeSdDays, weight: termsWeight }
  const steps: [Told[], number][] = [
    [told.filter(({ warehouse }) => warehouse !== key.warehouse), othersWeight],
    [ofLane.filter(({ product }) => product !== key.product), laneWeight],
    [own, Number.POSITIVE_INFINITY],
  ]
  let belief = terms
  let agreedShare = 1
  for (const [seen, most] of steps) {
    const next = updated(belief, seen)
    agreedShare *= belief.weight / next.weight
    belief = atMost(next, Math.max(termsWeight, most))
  }
  const ordersOf = (some: Told[], isUnderWay: boolean) =>
    new Set(some.filter(({ kind }) => (kind === 'on-shipment') === isUnderWay).map(({ order }) => order)).size
  const ownOrders = ordersOf(own, false)
  return {
    meanDays: belief.meanDays,
    sdDays: belief.sdDays,
    agreedDays: leadTimeDays,
    agreedSdDays: leadTimeSdDays,
    orders: ownOrders,
    otherOrders: ordersOf(
      told.filter((one) => !own.includes(one)),
      false,
    ),
    onShipments: ordersOf(told, true),
    agreedShare,
  }
}

type Told = Observed & Pick<PastDelivery, 'order' | 'product' | 'warehouse' | 'kind'>

/** A delivery in days of the product and warehouse that is asked about; nothing where it says nothing of it. */
const asSeen = (one: PastDelivery, leadTimeDays: number, key: { product: string; warehouse: string }): Told[] => {
  const { order, product, warehouse, kind, days, sdDays, share, agreedDays } = one
  const isOwn = product === key.product && warehouse === key.warehouse
  if (kind === 'open' && days <= (isOwn ? leadTimeDays : (agreedDays ?? Number.POSITIVE_INFINITY))) return []
  const scale = isOwn ? 1 : agreedDays !== null && agreedDays > 0 ? leadTimeDays / agreedDays : undefined
  if (scale === undefined || !(share > 0)) return []
  return [{ order, product, warehouse, kind, days: days * scale, sdDays: sdDays * scale, weight: Math.min(1, share) }]
}
