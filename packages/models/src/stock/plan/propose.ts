import type { ProposalEffect, ProposalReason, StockPolicy } from '@lading/shared/contract/stock-plan'
import type { ProposalKind } from '@lading/shared/domain/stock'
import { orderable } from './orderable.ts'
import { availableOf, daysToNext, probabilityWithin, projectCase, type StockCase } from './plan-stock.ts'
import type { Coming } from './projection.ts'
import type { Terms } from './terms.ts'

export type Proposed = {
  kind: ProposalKind
  quantity: number
  costMinorUnits: number
  reasons: ProposalReason[]
  effect: ProposalEffect
  fromWarehouse: string | null
  /** Of what is to come sooner: its place among what is coming. */
  expedites: number | null
}

/** The same product elsewhere. */
export type Elsewhere = { warehouse: string; excess: number; isDead: boolean }

/** Below this nobody has to act, however well the shelf is to serve. */
const leastConcern = 0.05
/** What an action has to take off the probability of running out to be worth somebody's time. */
const leastGain = 0.03

/** What to do about the stock now: order, bring from elsewhere, have it come sooner. Nothing is proposed that changes little. */
export const propose = (stock: StockCase, policy: StockPolicy, elsewhere: Elsewhere[]): Proposed[] => {
  const concern = Math.max(leastConcern, 1 - (policy.cycleService ?? 1 - leastConcern))
  const actions = [orderFor(stock, policy), transferFor(stock, policy, elsewhere, concern), expediteFor(stock, concern)]
  return actions.filter((action) => action !== undefined)
}

const positionOf = (stock: StockCase) => availableOf(stock) + stock.coming.reduce((sum, { quantity }) => sum + quantity, 0)

const orderFor = (stock: StockCase, policy: StockPolicy): Proposed | undefined => {
  const { product, terms } = stock
  const position = positionOf(stock)
  const quantity = orderQuantity(stock, policy)
  if (quantity === 0) return undefined
  const reason: ProposalReason = {
    code: terms.policy === 'periodic' ? 'review' : 'below-reorder-point',
    values: { position, reorderPoint: policy.reorderPoint, orderUpTo: policy.orderUpTo },
  }
  return {
    kind: 'order',
    quantity,
    costMinorUnits: terms.orderCostMinorUnits + quantity * product.costMinorUnits,
    reasons: [reason],
    // What is ordered now serves from its arrival until the next order's: by then it shows, whatever runs out before.
    effect: shortOn(stock, [...stock.coming, comingWithin(terms, quantity)], terms.leadTimeDays + Math.max(7, terms.reviewDays)),
    fromWarehouse: null,
    expedites: null,
  }
}

/** What is ordered now, with when it will be there. */
export const comingWithin = ({ leadTimeDays, leadTimeSdDays }: Terms, quantity: number): Coming => {
  const late = 1.2816 * leadTimeSdDays
  return { quantity, p10: Math.max(0, leadTimeDays - late), p50: leadTimeDays, p90: leadTimeDays + late }
}

/** How much the policy orders now; 0 when nothing. */
export const orderQuantity = (stock: StockCase, policy: StockPolicy): number => {
  const { product, terms } = stock
  const position = positionOf(stock)
  const { reorderPoint, orderUpTo, demandPerDay } = policy
  // At a review there is an order unless next to nothing was sold since the last one.
  const trigger = terms.policy === 'periodic' ? orderUpTo - demandPerDay * terms.reviewDays : reorderPoint
  if (!(position <= trigger) || (demandPerDay === 0 && position >= 0)) return 0
  const wanted =
    terms.policy === 'fixed-quantity'
      ? Math.max(1, Math.ceil((reorderPoint - position + 1) / Math.max(1, policy.orderQuantity))) * policy.orderQuantity
      : orderUpTo - position
  return orderable(product, wanted, demandPerDay, [])
}

const transferFor = (stock: StockCase, policy: StockPolicy, elsewhere: Elsewhere[], concern: number): Proposed | undefined => {
  const { product, terms } = stock
  const { transferCostMinorUnits, transferDays } = terms
  const before = probabilityWithin(projectCase(stock, stock.coming), daysToNext(stock))
  if (transferCostMinorUnits === null || transferDays === null || before <= concern || transferDays >= daysToNext(stock)) return undefined
  const [from] = elsewhere.filter(({ excess }) => excess >= product.packSize).sort((a, b) => b.excess - a.excess)
  if (!from) return undefined
  const packs = Math.floor(Math.min(from.excess, Math.max(product.packSize, policy.reorderPoint - availableOf(stock))) / product.packSize)
  const quantity = packs * product.packSize
  const coming = { quantity, p10: transferDays, p50: transferDays, p90: transferDays }
  const effect = effectOf(stock, [...stock.coming, coming], daysToNext(stock))
  if (quantity === 0 || effect.stockOutBefore - effect.stockOutAfter < leastGain) return undefined
  return {
    kind: 'transfer',
    quantity,
    costMinorUnits: transferCostMinorUnits,
    reasons: [
      { code: 'stock-out-likely', values: { probability: before, days: daysToNext(stock) } },
      { code: from.isDead ? 'dead-stock-elsewhere' : 'excess-elsewhere', values: { warehouse: from.warehouse, excess: from.excess } },
    ],
    effect,
    fromWarehouse: from.warehouse,
    expedites: null,
  }
}

const expediteFor = (stock: StockCase, concern: number): Proposed | undefined => {
  const { expediteCostMinorUnits, expediteSavesDays } = stock.terms
  if (expediteCostMinorUnits === null || expediteSavesDays === null) return undefined
  const [next] = stock.coming
    .map((arrival, at) => ({ arrival, at }))
    .filter(({ arrival }) => !arrival.isFixed)
    .sort((a, b) => a.arrival.p50 - b.arrival.p50)
  if (!next || next.arrival.p50 <= 1) return undefined
  const sooner = (days: number) => Math.max(0, days - expediteSavesDays)
  const { quantity, p10, p50, p90 } = next.arrival
  const coming = stock.coming.map((arrival, at): Coming => {
    return at === next.at ? { quantity, p10: sooner(p10), p50: sooner(p50), p90: sooner(p90) } : arrival
  })
  const effect = effectOf(stock, coming, p90)
  if (effect.stockOutBefore <= concern || effect.stockOutBefore - effect.stockOutAfter < leastGain) return undefined
  return {
    kind: 'expedite',
    quantity,
    costMinorUnits: expediteCostMinorUnits,
    reasons: [
      { code: 'arrives-too-late', values: { probability: effect.stockOutBefore, days: Math.ceil(p50), savesDays: expediteSavesDays } },
    ],
    effect,
    fromWarehouse: null,
    expedites: next.at,
  }
}

const shortOn = (stock: StockCase, coming: Coming[], day: number): ProposalEffect => {
  const days = Math.max(1, Math.min(stock.forecast.mean.length, Math.ceil(day)))
  const on = (arrivals: Coming[]) => projectCase(stock, arrivals).short[days - 1] ?? 0
  return { stockOutBefore: on(stock.coming), stockOutAfter: on(coming), days }
}

const effectOf = (stock: StockCase, coming: Coming[], within: number): ProposalEffect => {
  const days = Math.max(1, Math.min(stock.forecast.mean.length, Math.ceil(within)))
  return {
    stockOutBefore: probabilityWithin(projectCase(stock, stock.coming), days),
    stockOutAfter: probabilityWithin(projectCase(stock, coming), days),
    days,
  }
}
