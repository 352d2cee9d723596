import { hourMs } from '../movement/movement.ts'

/** An arrival time that was given at a moment, and what became of it. */
export type Forecast = { at: Date; p10: Date; p50: Date; p90: Date; arrivedAt: Date; naiveAt: Date | null }

/** Errors in hours; coverage is the share of arrivals between P10 and P90, 0.8 where the interval says what it means. */
export type Score = { hoursToGo: string; forecasts: number; maeH: number; coverage: number; naive: number; naiveMaeH: number | null }

const bounds = [0, 6, 24, 72, 168, Number.POSITIVE_INFINITY]

/** By how long there truly was to go when the forecast was made. Forecasts made after the arrival say nothing. */
export const scoreEtas = (forecasts: Forecast[]): Score[] =>
  bounds.slice(1).flatMap((untilH, index) => {
    const fromH = bounds[index] ?? 0
    const inside = forecasts.filter(({ at, arrivedAt }) => hours(at, arrivedAt) > fromH && hours(at, arrivedAt) <= untilH)
    if (inside.length === 0) return []
    const naive = inside.flatMap(({ naiveAt, arrivedAt }) => (naiveAt ? Math.abs(hours(naiveAt, arrivedAt)) : []))
    const covered = inside.filter(({ p10, p90, arrivedAt }) => arrivedAt >= p10 && arrivedAt <= p90)
    return {
      hoursToGo: untilH === Number.POSITIVE_INFINITY ? `over ${fromH}` : `${fromH} to ${untilH}`,
      forecasts: inside.length,
      maeH: mean(inside.map(({ p50, arrivedAt }) => Math.abs(hours(p50, arrivedAt)))),
      coverage: covered.length / inside.length,
      naive: naive.length,
      naiveMaeH: naive.length > 0 ? mean(naive) : null,
    }
  })

const hours = (from: Date, until: Date) => (until.getTime() - from.getTime()) / hourMs
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
