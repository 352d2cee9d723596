/** `orderCost` per order, `holdingCost` per unit and time, `demandRate` in units per the same time. */
export type EconomicOrder = { orderCost: number; holdingCost: number; demandRate: number }

/** The order size with the least cost of ordering and holding for a steady demand (Harris 1913), and that cost per unit of time. */
export const economicOrderQuantity = ({ orderCost, holdingCost, demandRate }: EconomicOrder) => ({
  quantity: Math.sqrt((2 * orderCost * demandRate) / holdingCost),
  cost: Math.sqrt(2 * orderCost * demandRate * holdingCost),
})
