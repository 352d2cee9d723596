import type { KnownDemand } from '@lading/models/stock/plan/forecast-demand'
import { inThread } from '@lading/process/in-thread'

/** What is asked for in the first so many days together: quantiles by days. */
export type AskedForSpan = { days: number; p10: number; p50: number; p90: number }
export type ForecastRequest = { known: KnownDemand[]; spans: number[] }

export type ForecastAside = (request: ForecastRequest) => Promise<(AskedForSpan[] | undefined)[]>

/** Forecasts as they would have been made then, in a thread of its own: they take seconds, and shipments go on meanwhile. */
export const createForecastAside =
  (stopping: AbortSignal): ForecastAside =>
  (request) =>
    inThread(new URL('forecast-thread.ts', import.meta.url), request, { what: 'tests forecasts', stopping })
