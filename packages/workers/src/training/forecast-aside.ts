import { Worker } from 'node:worker_threads'
import type { KnownDemand } from '@lading/models/stock/plan/forecast-demand'

/** What is asked for in the first so many days together: quantiles by days. */
export type AskedForSpan = { days: number; p10: number; p50: number; p90: number }
export type ForecastRequest = { known: KnownDemand[]; spans: number[] }

export type ForecastAside = (request: ForecastRequest) => Promise<(AskedForSpan[] | undefined)[]>

/** Forecasts as they would have been made then, in a thread of its own: they take seconds, and shipments go on meanwhile. */
export const createForecastAside =
  (stopping: AbortSignal): ForecastAside =>
  (workerData) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(new URL('forecast-thread.ts', import.meta.url), { workerData })
      const stop = () => void thread.terminate()
      stopping.addEventListener('abort', stop)
      thread.once('message', resolve)
      thread.once('error', reject)
      thread.once('exit', (code) => {
        stopping.removeEventListener('abort', stop)
        reject(new Error(`The thread that tests forecasts ended with code ${code} and no answer`))
      })
    })
