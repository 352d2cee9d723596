import type { Distribution } from '../../distribution/distribution.ts'
import type { UnitCosts } from '../costs.ts'

/** Costs per unit of time; `demandRate` in units per the same time. Demand during the lead time is a distribution of its own. */
export type ReorderCosts = UnitCosts & { orderCost: number; demandRate: number }
/** Order `quantity` whenever stock on hand and on order falls to `reorderPoint`. */
export type ReorderPolicy = { reorderPoint: number; quantity: number }

export type ReorderProblem = { costs: ReorderCosts; leadTimeDemand: Distribution }
