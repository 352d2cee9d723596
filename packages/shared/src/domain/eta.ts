/** An arrival time as an interval: of shipments like this one, 10 %, 50 % and 90 % arrive by then. */
export type Eta = { p10: Date; p50: Date; p90: Date; computedAt: Date }
