import type { HoursQuantiles } from './journey.ts'

/** How the passing of the way and the passing of time go together on a kind of stage. */
export type Evenness = {
  /** Where time stands when half of the way is behind: 0.5 where goods move evenly, less where they are fast first. */
  halfway: number
  /**
   * How unevenly they move besides: the variance of the time at which a place is passed, where the time of the whole is known, is this
   * many hours times the duration times the share that is behind times the share that is left (a Brownian bridge).
   */
  scatterHours: number
}

/** Standard deviations from the middle to the 90 % quantile of a normal distribution. */
const ninety = 1.2815515594457
/** What is further off than this many standard deviations is a delay of its own, and says nothing about pace. */
const usual = 1.645

/**
 * How long the whole will take, now that a share of the way is behind after so many hours. What was expected of the whole is one
 * opinion, the pace so far the other; which counts more follows from how uncertain the whole was and how unevenly such goods move:
 * of a ship that keeps its speed a day tells the voyage, of a lorry in its night's rest the place on the map tells little (the
 * expectation of one end of a Gaussian process given a point on the way). Delays are mostly additions, not a change of pace: what is far
 * from anything that pace or unevenness explain is added to the whole as it is.
 */
export const givenProgress = (
  whole: HoursQuantiles,
  { behind, elapsedHours }: { behind: number; elapsedHours: number },
  { halfway, scatterHours }: Evenness,
): HoursQuantiles => {
  const { p10, p50, p90 } = whole
  const passed = Math.min(1, Math.max(0, behind)) ** (Math.log(halfway) / Math.log(0.5))
  const uncertain = ((p90 - p10) / (2 * ninety)) ** 2
  const uneven = scatterHours * p50 * passed * (1 - passed)
  const ofPlace = uncertain * passed * passed + uneven
  if (!(ofPlace > 0)) return whole
  const late = elapsedHours - p50 * passed
  const reach = usual * Math.sqrt(ofPlace)
  const explained = Math.min(reach, Math.max(-reach, late))
  const middle = p50 + ((uncertain * passed) / ofPlace) * explained + (late - explained)
  const left = Math.sqrt(uneven / ofPlace)
  return { p10: middle - left * (p50 - p10), p50: middle, p90: middle + left * (p90 - p50) }
}
