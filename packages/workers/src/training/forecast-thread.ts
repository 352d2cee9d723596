import { parentPort, workerData } from 'node:worker_threads'
import { forecastDemand } from '@lading/models/stock/plan/forecast-demand'
import type { AskedForSpan, ForecastRequest } from './forecast-aside.ts'

const { known, spans } = workerData as ForecastRequest
const answers = forecastDemand(known).map((forecast): AskedForSpan[] | undefined => {
  if (!forecast) return undefined
  const { cumulative } = forecast
  const at = (level: number, days: number) => cumulative[level]?.[days - 1] ?? 0
  return spans.map((days) => ({ days, p10: at(0.1, days), p50: at(0.5, days), p90: at(0.9, days) }))
})
parentPort?.postMessage(answers)
