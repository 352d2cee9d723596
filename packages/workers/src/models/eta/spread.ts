import type { HoursQuantiles } from '@lading/models/duration/journey'
import { skew, tenPercent } from './assumptions.ts'

/** Hours about a middle with so many hours of standard deviation, longer on the late side than on the early one; never below none. */
export const spreadAbout = (middle: number, deviation: number): HoursQuantiles => ({
  p10: Math.max(0, middle - skew.early * tenPercent * deviation),
  p50: middle,
  p90: middle + skew.late * tenPercent * deviation,
})

export const shifted = ({ p10, p50, p90 }: HoursQuantiles, hours: number): HoursQuantiles => ({
  p10: Math.max(0, p10 + hours),
  p50: Math.max(0, p50 + hours),
  p90: Math.max(0, p90 + hours),
})

export const certain = (hours: number): HoursQuantiles => ({ p10: hours, p50: hours, p90: hours })
