import type { Arrival } from '@lading/shared/contract/stock-plan'
import type { DemandClass } from '../../demand/series.ts'
import { type LeadTime, learnLeadTime } from '../lead-time/learn-lead-time.ts'
import { arrivalsOf } from './arrivals.ts'
import { caseOf } from './case-of.ts'
import type { ForecastDays } from './forecast-days.ts'
import { planStock, type StockOutlook } from './plan-stock.ts'
import { type Elsewhere, type Proposed, propose } from './propose.ts'
import type { StockRecords } from './records.ts'
import type { Terms } from './terms.ts'

/** The lead time as it is known by now, and when what is under way comes, which rests on it. */
export const supplyOf = ({ terms, key, past, underWay, now }: StockRecords): { leadTime: LeadTime | undefined; arrivals: Arrival[] } => {
  const leadTime = terms && learnLeadTime(terms, key, past)
  return { leadTime, arrivals: arrivalsOf(underWay, leadTime, now) }
}

/** The terms with the lead time that suppliers have shown in place of the agreed one. */
export const asShown = (terms: Terms, { meanDays, sdDays }: Pick<LeadTime, 'meanDays' | 'sdDays'>): Terms => ({
  ...terms,
  leadTimeDays: meanDays,
  leadTimeSdDays: sdDays,
})

/** What has to come sooner, of a proposal to expedite. */
export type PlannedAction = Omit<Proposed, 'expedites'> & { sooner: Arrival | null }

/** Plan and proposals from what is kept of a product in a warehouse; nothing where nobody has said how it is supplied. */
export const planRecords = (
  records: StockRecords,
  forecast: { days: ForecastDays; demandClass: DemandClass },
  elsewhere: Elsewhere[],
): { plan: StockOutlook; proposals: PlannedAction[] } | undefined => {
  const { leadTime, arrivals } = supplyOf(records)
  if (!records.terms || !leadTime) return undefined
  const stock = caseOf(records, arrivals, asShown(records.terms, leadTime), forecast.days, forecast.demandClass)
  const plan = planStock(stock)
  const proposals = propose(stock, plan.policy, elsewhere).map(({ expedites, ...rest }) => ({
    ...rest,
    sooner: expedites === null ? null : (arrivals[expedites] ?? null),
  }))
  return { plan, proposals }
}
