/** A series in the pool: its values without gaps or negative numbers, and the points in its past from which it is forecast as a test. */
export type Member = {
  values: Float64Array
  /** Lengths of history; each test forecasts what follows it. The last comes first. */
  origins: number[]
  /** Mean absolute change over a season: what errors are measured in. */
  scale: number
  /** What was added to make every value positive. */
  lift: number
}

/** Mean absolute change over one season within the first `length` values, or over one period where that is zero; 1 for a constant. */
const changes = (values: Float64Array, season: number): number => {
  for (const lag of [season, 1]) {
    let sum = 0
    for (let at = lag; at < values.length; at += 1) sum += Math.abs((values[at] as number) - (values[at - lag] as number))
    if (sum > 0) return sum / (values.length - lag)
  }
  return 1
}

/** At most `tests` origins, half a horizon apart, each with enough history before it. */
export const member = (values: Float64Array, period: number, horizon: number, tests: number): Member => {
  const enough = Math.max(8, Math.min(2 * period + 2, 3 * horizon))
  const step = Math.max(1, Math.round(horizon / 2))
  const origins: number[] = []
  for (let at = values.length - horizon; at >= enough && origins.length < tests; at -= step) origins.push(at)
  const least = values.reduce((low, value) => Math.min(low, value), 0)
  const lift = least < 0 ? -2 * least : 0
  return { values: lift ? values.map((value) => value + lift) : values, origins, scale: changes(values, period), lift }
}

/** Mean absolute error of a forecast from an origin, over the scale. */
export const lossAt = ({ values, scale }: Member, origin: number, forecast: Float64Array): number => {
  let sum = 0
  for (let at = 0; at < forecast.length; at += 1) sum += Math.abs((values[origin + at] as number) - (forecast[at] as number))
  return sum / forecast.length / scale
}
