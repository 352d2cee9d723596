import type { Method } from './method.ts'

/** Periods to add up: the divisor of the season nearest its square root, so that blocks and seasons match. */
export const blockOf = (season: number): number => {
  let best = season > 1 ? season : 3
  for (let size = 2; size < season; size += 1)
    if (season % size === 0 && Math.abs(size - Math.sqrt(season)) < Math.abs(best - Math.sqrt(season))) best = size
  return best
}

/**
 * A method applied to averages of blocks of periods, which shows the trend behind the noise, and read between the
 * middles of the blocks (temporal aggregation; Kourentzes, Petropoulos & Trapero 2014).
 */
export const aggregated =
  (method: Method): Method =>
  (values, length, horizon, season) => {
    const size = blockOf(season)
    const blocks = Math.floor(length / size)
    if (blocks < 6) return method(values, length, horizon, season)
    const averages = new Float64Array(blocks)
    const skipped = length - blocks * size
    for (let at = 0; at < blocks * size; at += 1) {
      const block = Math.floor(at / size)
      averages[block] = (averages[block] as number) + (values[skipped + at] as number) / size
    }
    const ahead = method(averages, blocks, Math.ceil(horizon / size) + 1, 1)
    const forecast = new Float64Array(horizon)
    for (let at = 0; at < horizon; at += 1) {
      const position = (at - (size - 1) / 2) / size
      const block = Math.floor(position)
      const before = block < 0 ? averages[blocks + block] : ahead[block]
      const after = block + 1 < 0 ? averages[blocks + block + 1] : ahead[block + 1]
      forecast[at] = (before as number) + (position - block) * ((after as number) - (before as number))
    }
    return forecast
  }
