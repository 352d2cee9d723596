import { standardCdf, standardQuantile, standardShortage } from '../distribution/normal.ts'
import { solve } from '../numeric/solve.ts'

/** Demand per period and lead time in periods, each with its standard deviation; demand of different periods is independent. */
export type LeadTimeDemand = { demandMean: number; demandSd: number; leadTimeMean: number; leadTimeSd: number }

/** Mean and standard deviation of the demand during a lead time that varies too. */
export const demandOverLeadTime = ({ demandMean, demandSd, leadTimeMean, leadTimeSd }: LeadTimeDemand) => ({
  mean: demandMean * leadTimeMean,
  sd: Math.sqrt(leadTimeMean * demandSd ** 2 + demandMean ** 2 * leadTimeSd ** 2),
})

/** Stock beyond the mean, so that a share `cycleService` (α) of order cycles ends without a shortage. */
export const safetyStockForCycleService = (sd: number, cycleService: number) => sd * standardQuantile(cycleService)

/**
 * Stock beyond the mean, so that a share `fillRate` (β) of the demand is met from the shelf when orders of `orderQuantity` arrive;
 * what is short is delivered later. Below the mean (negative) where large orders alone serve more than was asked for.
 */
export const safetyStockForFillRate = (sd: number, fillRate: number, orderQuantity: number) => {
  const allowed = ((1 - fillRate) * orderQuantity) / sd
  // The shortage falls from −z far below the mean to nothing above it.
  return sd * solve((z) => standardShortage(z) - allowed, -Math.max(10, 2 * allowed), 10)
}

/** The share of demand met (β) and of cycles without shortage (α) by a safety stock, with orders of `orderQuantity`. */
export const serviceOf = (safetyStock: number, sd: number, orderQuantity: number) => ({
  fillRate: 1 - (sd * standardShortage(safetyStock / sd)) / orderQuantity,
  cycleService: standardCdf(safetyStock / sd),
})
