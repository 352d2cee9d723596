import { centredAverage } from './centred-average.ts'

/**
 * What a series shows of its season: mean ratios to the centred average, by distance from the end (0 is the last period), with
 * mean 1, and the variance that chance gives such a mean.
 */
export type Season = { indices: Float64Array; noise: number }

/** How much a season counts beside the next one: habits drift. */
const memory = 0.85

/** The season of values[from … to); undefined when fewer than two are there to be compared. */
export const seasonOf = (values: Float64Array, from: number, to: number, season: number): Season | undefined => {
  const length = to - from
  if (season < 2 || length < 2 * season + 2) return undefined
  const trend = centredAverage(values, from, to, season)
  const sums = new Float64Array(season)
  const squares = new Float64Array(season)
  const weights = new Float64Array(season)
  const squaredWeights = new Float64Array(season)
  for (let at = 0; at < length; at += 1) {
    const ratio = (values[from + at] as number) / (trend[at] as number)
    if (!Number.isFinite(ratio)) continue
    const distance = length - 1 - at
    const position = distance % season
    const weight = memory ** (distance / season)
    sums[position] = (sums[position] as number) + weight * ratio
    squares[position] = (squares[position] as number) + weight * ratio * ratio
    weights[position] = (weights[position] as number) + weight
    squaredWeights[position] = (squaredWeights[position] as number) + weight * weight
  }
  let mean = 0
  for (let at = 0; at < season; at += 1) {
    if (!((weights[at] as number) > 0)) return undefined
    sums[at] = (sums[at] as number) / (weights[at] as number)
    mean += (sums[at] as number) / season
  }
  if (!(mean > 0)) return undefined
  let noise = 0
  for (let at = 0; at < season; at += 1) {
    const weight = weights[at] as number
    // Weighted ratios are as sure as this many equally weighted ones.
    const ratios = weight ** 2 / (squaredWeights[at] as number)
    const variance = Math.max(0, (squares[at] as number) / weight - (sums[at] as number) ** 2)
    noise += ratios > 1.01 ? variance / (ratios - 1) / season : 0
  }
  return { indices: sums.map((index) => index / mean), noise: noise / mean ** 2 }
}
