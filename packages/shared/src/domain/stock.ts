/** What happens to stock. A count says how much is there; the others say by how much it changes. */
export const movementKinds = ['receipt', 'issue', 'transfer', 'adjustment', 'count'] as const

/**
 * When and how much is ordered. periodic (R,S): up to a level at every review. min-max (s,S): up to a level once stock falls to the reorder
 * point. fixed-quantity (r,Q): the same quantity each time. newsvendor: once, for what is sold until the next chance to order.
 */
export const policyKinds = ['periodic', 'min-max', 'fixed-quantity', 'newsvendor'] as const

/** cycle (α): the share of order cycles without shortage. fill (β): the share of demand met from the shelf. cost: what a shortage costs decides. */
export const serviceKinds = ['cycle', 'fill', 'cost'] as const

/** What moves demand and is known beforehand. */
export const demandEventKinds = ['promotion', 'event'] as const

/** What bends the figures of a policy. */
export const policyLimits = ['pack-size', 'minimum-order', 'shelf-life', 'margin-unknown'] as const
export type PolicyLimit = (typeof policyLimits)[number]

export const proposalReasons = [
  ...(['below-reorder-point', 'review', 'stock-out-likely', 'excess-elsewhere', 'arrives-too-late', 'dead-stock-elsewhere'] as const),
] as const

export const proposalKinds = ['order', 'transfer', 'expedite'] as const
export type ProposalKind = (typeof proposalKinds)[number]
/** superseded: a newer look at the stock says something else, or nothing. */
export const proposalStates = ['open', 'approved', 'rejected', 'superseded'] as const
export type ProposalState = (typeof proposalStates)[number]

/** In this order; what is cancelled has not left. On its way it is in the stock of neither warehouse. */
export const transferStates = ['planned', 'under-way', 'arrived', 'cancelled'] as const
export type TransferState = (typeof transferStates)[number]

/** What a transfer may be next. */
export const afterTransfer: Record<TransferState, TransferState[]> = {
  planned: ['under-way', 'cancelled'],
  'under-way': ['arrived'],
  arrived: [],
  cancelled: [],
}

/** In this order. Received is what everything has come of; of a cancelled one nothing more will. */
export const purchaseOrderStates = ['draft', 'sent', 'confirmed', 'received', 'cancelled'] as const
export type PurchaseOrderState = (typeof purchaseOrderStates)[number]

/** What a purchase order may be next. */
export const afterPurchaseOrder: Record<PurchaseOrderState, PurchaseOrderState[]> = {
  draft: ['sent', 'cancelled'],
  sent: ['confirmed', 'received', 'cancelled'],
  confirmed: ['received', 'cancelled'],
  received: [],
  cancelled: [],
}

/**
 * What the time at which goods are expected rests on. on-shipment: a shipment carries them; promised: somebody said when; past-orders and
 * past-transfers: how long earlier ones took; agreed: the terms, no earlier one is known; as-entered: there are no terms either. sooner: it
 * was expedited; not-placed: its time has not begun to run; overdue: it should have come by now.
 */
export const arrivalReasons = [
  ...([
    'on-shipment',
    'confirmed',
    'promised',
    'past-orders',
    'past-transfers',
    'agreed',
    'as-entered',
    'sooner',
    'not-placed',
    'overdue',
  ] as const),
] as const

/** From this probability of running out on somebody should look. */
export const likelyShort = 0.2
