import type { Method } from './method.ts'

/** The mean that series are brought to, so that the unit demand is counted in makes no difference. */
const usualMean = 1000

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
    const unit = (mean + lift) / usualMean
    const logarithms = new Float64Array(length)
    for (let at = 0; at < length; at += 1) logarithms[at] = Math.log(((values[at] as number) + lift) / unit)
    return method(logarithms, length, horizon, season).map((value) => Math.exp(value) * unit - lift)
  }
