import type { Method } from './method.ts'

/**
 * A method applied to logarithms, where growth by a share is a straight line and the forecast a median. Series that come
 * close to zero are lifted by a tenth of their mean first, so that small values do not shout.
 */
export const inLogarithms =
  (method: Method): Method =>
  (values, length, horizon, season) => {
    let least = Number.POSITIVE_INFINITY
    let mean = 0
    for (let at = 0; at < length; at += 1) {
      least = Math.min(least, values[at] as number)
      mean += (values[at] as number) / length
    }
    if (!(mean > 0)) return method(values, length, horizon, season)
    const lift = Math.max(0, mean / 10 - least)
    const logarithms = new Float64Array(length)
    for (let at = 0; at < length; at += 1) logarithms[at] = Math.log((values[at] as number) + lift)
    return method(logarithms, length, horizon, season).map((value) => Math.exp(value) - lift)
  }
