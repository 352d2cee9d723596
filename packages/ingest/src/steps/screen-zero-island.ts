import type { Arrival, Step } from './batch.ts'
import { quarantineFix } from './quarantine-fix.ts'

// 0.01° are 1.1 km around the point in the Gulf of Guinea that receivers without a fix, and unset variables, report.
const nearZeroDeg = 0.01

/** 0° north, 0° east is where nothing is but a buoy. */
export const screenZeroIsland: Step = (batch) => {
  const rejections = [...batch.rejections]
  const arrivals: Arrival[] = []
  for (const arrival of batch.arrivals) {
    const { lat, lon } = arrival.reading
    if (lat === undefined || lon === undefined || Math.abs(lat) > nearZeroDeg || Math.abs(lon) > nearZeroDeg) arrivals.push(arrival)
    else {
      const { rest, rejection } = quarantineFix(arrival, { reason: 'zero-island', detail: `the position is ${lat}, ${lon}` })
      rejections.push(rejection)
      if (rest) arrivals.push(rest)
    }
  }
  return { ...batch, arrivals, rejections }
}
