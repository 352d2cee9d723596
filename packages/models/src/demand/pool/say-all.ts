import { methods } from '../methods/index.ts'
import { putBack, type Seen } from './setting.ts'

/** What every method says of a history, in the order of the methods. */
export const sayAll = (seen: Seen, horizon: number): Float64Array[] =>
  methods.map(({ run }) => putBack(run(seen.values, seen.values.length, horizon, seen.indices.length), seen))

/** The weighted mean of what methods say. */
export const combine = (said: Float64Array[], weights: Float64Array): Float64Array => {
  const combined = new Float64Array(said[0]?.length ?? 0)
  said.forEach((forecast, method) => {
    const weight = weights[method] as number
    for (let at = 0; at < combined.length; at += 1) combined[at] = (combined[at] as number) + weight * (forecast[at] as number)
  })
  return combined
}
