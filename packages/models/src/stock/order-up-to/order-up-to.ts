/** At each review, when stock on hand and on order is at or below `reorderPoint`, order up to `orderUpTo`: the (s, S) policy. */
export type OrderUpTo = { reorderPoint: number; orderUpTo: number }
