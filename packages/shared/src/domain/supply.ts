/**
 * What is under way to a warehouse, as it is kept. Goods on a live shipment have its arrival time; of an order it is known when it was
 * placed (null: not yet) and when it is expected, which somebody promised or which followed from the lead time.
 */
export type UnderWay = { id: string; label: string; quantity: number } & (
  | { kind: 'shipment'; p10: string; p50: string; p90: string; isExpedited: boolean }
  /** `soonerDays`: by so much it was expedited; what is promised has that in it. */
  | { kind: 'purchase-order'; orderedAt: string | null; expectedAt: string; isPromised: boolean; soonerDays: number }
  /** From another warehouse; `pastDays` is how long earlier ones on the same way took. */
  | { kind: 'transfer'; leftAt: string | null; agreedDays: number; pastDays: number[] }
)

/** How long a line of an order took from being placed to the shelf, in one of its deliveries; or has taken so far. */
export type PastDelivery = {
  /** The number of the order. */
  order: string
  product: string
  warehouse: string
  /** Agreed for this product and warehouse by now; null where nobody says. */
  agreedDays: number | null
  /** came: on the shelf. on-shipment: when it is expected, by the arrival time of the shipment. open: so far. */
  kind: 'came' | 'on-shipment' | 'open'
  days: number
  /** Standard deviation of `days`, of what is not there yet. */
  sdDays: number
  /** Of what was ordered: the deliveries of a line are 1 together, or less. */
  share: number
}
