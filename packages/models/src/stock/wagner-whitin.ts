/**
 * Orders for a known demand per period with the least cost of ordering and holding (Wagner and Whitin 1958): what to order at the
 * start of each period, nothing short, nothing left at the end. `holdingCost` per unit and period, `orderCost` per order.
 */
export const wagnerWhitin = (demand: number[], { orderCost, holdingCost }: { orderCost: number; holdingCost: number }) => {
  const n = demand.length
  // From the last period back: the least cost of periods t … n, and up to which period an order in t reaches.
  const costFrom = new Float64Array(n + 1)
  const reaches = new Int32Array(n)
  for (let t = n - 1; t >= 0; t--) {
    costFrom[t] = Number.POSITIVE_INFINITY
    let held = 0
    for (let until = t; until < n; until++) {
      held += holdingCost * (until - t) * (demand[until] as number)
      const cost = orderCost + held + (costFrom[until + 1] as number)
      if (cost >= (costFrom[t] as number)) continue
      costFrom[t] = cost
      reaches[t] = until
    }
  }
  const orders = new Array<number>(n).fill(0)
  for (let t = 0; t < n; t = (reaches[t] as number) + 1)
    orders[t] = demand.slice(t, (reaches[t] as number) + 1).reduce((sum, each) => sum + each, 0)
  return { orders, cost: costFrom[0] as number }
}
