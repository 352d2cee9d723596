/**
 * The scales on which trees can learn durations. A quantile of hours is the quantile on any of them, so they differ only in what is
 * easily added up: hours, shares, delays beyond the plan, shares of the plan, shares of what was usual lately. Which serve best is tried
 * on the past: the last of them where the world drifts, because trees cannot answer with a duration that they have never seen.
 */
export type Scale = 'hours' | 'log' | 'beyond-plan' | 'log-to-plan' | 'log-to-recent'

export type ScaleBase = { offsetHours: number; usualHours: number }

/** What a journey is compared with; NaN where that is not known, and then the usual duration stands in for it. */
export type Against = { planned: number; recent: number }

/** A thousand years: whatever a wild plan or an exponential comes to, it stays a number. */
const mostHours = 8_766_000
export const sane = (hours: number) => Math.min(mostHours, Math.max(0, hours))

const against = (scale: Scale, { planned, recent }: Against, { usualHours }: ScaleBase) => {
  const hours = scale === 'log-to-recent' ? recent : planned
  return Number.isNaN(hours) ? usualHours : sane(hours)
}

export const onScale = (scale: Scale, hours: number, to: Against, base: ScaleBase): number => {
  if (scale === 'hours') return hours
  if (scale === 'log') return Math.log(hours + base.offsetHours)
  const compared = against(scale, to, base)
  return scale === 'beyond-plan' ? hours - compared : Math.log((hours + base.offsetHours) / (compared + base.offsetHours))
}

/** Back to hours, never below none. */
export const fromScale = (scale: Scale, value: number, to: Against, base: ScaleBase): number => {
  if (scale === 'hours') return sane(value)
  if (scale === 'log') return sane(Math.exp(value) - base.offsetHours)
  const compared = against(scale, to, base)
  return sane(scale === 'beyond-plan' ? compared + value : Math.exp(value) * (compared + base.offsetHours) - base.offsetHours)
}
