import { type Season, seasonOf } from '../season/season-of.ts'
import { ownSeason, sharedSeasons } from '../season/shrink-season.ts'

/** How a series is looked at: which season is taken out of it, and how many of its last periods count. */
export type Setting = { season: number; window: number }

/** Some history of a series, up to `length`. What happens later makes no difference. */
export type History = { values: Float64Array; length: number; setting: Setting }

/** The last periods of a history without their season, and the season to put back, by distance from the end. */
export type Seen = { values: Float64Array; indices: Float64Array; low: number; high: number }

const from = ({ length, setting }: History) => Math.max(0, length - setting.window)

const seasonIn = (history: History): Season | undefined => seasonOf(history.values, from(history), history.length, history.setting.season)

const without = (history: History, indices: Float64Array): Seen => {
  const values = history.values.slice(from(history), history.length)
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let at = 0; at < values.length; at += 1) {
    const value = (values[at] as number) / (indices[(values.length - 1 - at) % indices.length] as number)
    values[at] = value
    if (value < low) low = value
    if (value > high) high = value
  }
  return { values, indices, low, high }
}

const none = (season: number) => new Float64Array(season).fill(1)

/** A history without its own season. */
export const see = (history: History): Seen => {
  const season = seasonIn(history)
  return without(history, season ? ownSeason(season) : none(history.setting.season))
}

/** Histories that end at the same time, without seasons that have learnt from each other. */
export const seeTogether = (histories: History[]): Seen[] => {
  const indices = new Map<number, Float64Array>()
  const bySeason = Map.groupBy(histories.keys(), (at) => histories[at]?.setting.season)
  for (const members of bySeason.values()) {
    const found = members.flatMap((at) => {
      const season = seasonIn(histories[at] as History)
      return season ? [{ at, season }] : []
    })
    const shared = sharedSeasons(found.map(({ season }) => season))
    found.forEach(({ at }, position) => {
      indices.set(at, shared[position] as Float64Array)
    })
  }
  return histories.map((history, at) => without(history, indices.get(at) ?? none(history.setting.season)))
}

/**
 * Puts the season back in place. No forecast leaves the range of the past by more than that range, and demand is never negative:
 * a method that runs away does no harm.
 */
export const putBack = (forecast: Float64Array, { values, indices, low, high }: Seen): Float64Array => {
  const least = Math.max(0, 2 * low - high)
  const most = 2 * high - low
  const season = indices.length
  for (let at = 0; at < forecast.length; at += 1) {
    const value = forecast[at] as number
    const kept = value >= least ? Math.min(value, most) : Number.isNaN(value) ? (values.at(-1) as number) : least
    forecast[at] = kept * (indices[season - 1 - (at % season)] as number)
  }
  return forecast
}
