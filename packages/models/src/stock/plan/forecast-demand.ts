import type { DemandReason } from '@lading/shared/domain/demand'
import { forecastMany } from '../../demand/forecast.ts'
import { forecastNaive } from '../../demand/naive.ts'
import type { DemandForecast, DemandSeries } from '../../demand/series.ts'
import type { StockRecords } from './records.ts'

/** How far demand is looked ahead: longer than most sea voyages with the review before them. */
export const horizonDays = 90
/** A week is the least that shows what a week is like. */
const fewestDays = 7
const dayMs = 86_400_000

/**
 * Demand by the day from today on, of many products at once, which learn from each other. The seam to the models of demand: a
 * better one slots in here. Nothing where less than a week is known.
 */
export const forecastDemand = (records: KnownDemand[]): (DemandForecast | undefined)[] => {
  const enough = records.map(({ history }) => history.filter(({ quantity }) => quantity !== null).length >= fewestDays)
  const forecasts = forecastMany(records.filter((_, at) => enough[at]).map(seriesOf))
  let next = 0
  return enough.map((is) => (is ? forecasts[next++] : undefined))
}

/** What a forecast rests on. */
export type KnownDemand = Pick<StockRecords, 'history' | 'events' | 'today'>

/** The naive rule in its place, where it was better in tests on the past, as the reason says. */
export const forecastAsBefore = ({ history }: KnownDemand, reason: DemandReason): DemandForecast =>
  forecastNaive(
    history.map(({ quantity }) => quantity ?? Number.NaN),
    horizonDays,
    [reason],
  )

const seriesOf = ({ history, events, today }: KnownDemand): DemandSeries => {
  const series = { values: history.map(({ quantity }) => quantity ?? Number.NaN), period: 7, horizon: horizonDays }
  const past = history.map(({ day }) => isOn(events, day))
  const future = Array.from({ length: horizonDays }, (_, at) => isOn(events, dayAfter(today, at)))
  // An event that never was teaches nothing, and one that is always on moves nothing.
  const teaches = past.includes(1) && past.includes(0)
  return teaches ? { ...series, regressors: [past], futureRegressors: [future] } : series
}

const isOn = (events: StockRecords['events'], day: string) => Number(events.some(({ from, until }) => from <= day && day <= until))

export const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
