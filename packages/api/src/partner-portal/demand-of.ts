import { byWeek } from '@lading/models/demand/by-week'
import type { PartnerDemand } from '@lading/shared/contract/partner-portal'
import type { SharedForecast } from '@lading/store/postgres/shared-with-partner/demand'

const dayMs = 86_400_000
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
const toTenth = (units: number) => Math.round(units * 10) / 10

/** A forecast as a supplier plans by it: week by week from the day on which it was made, without what stock there is. */
export const demandOf = ({ from, mean, quantiles, cumulative, computedAt, ...of }: SharedForecast): PartnerDemand => ({
  ...of,
  computedAt: computedAt.toISOString(),
  weeks: byWeek({ mean, quantiles, cumulative }).map((week, index) => ({
    ...{ from: dayAfter(from, index * 7), until: dayAfter(from, index * 7 + 6) },
    ...{ mean: toTenth(week.mean), p10: toTenth(week.p10), p50: toTenth(week.p50), p90: toTenth(week.p90) },
  })),
})
