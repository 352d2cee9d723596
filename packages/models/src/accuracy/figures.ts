import type { Figures } from '@lading/shared/domain/accuracy'

/** A prediction beside what happened, in hours or pieces. `naive` is what the simple rule said at the same moment. */
export type Case = { p10: number; p50: number; p90: number; actual: number; naive: number | null }

export const isCovered = ({ p10, p90, actual }: Case) => actual >= p10 && actual <= p90

export const pinballOf = ({ p10, p50, p90, actual }: Case) =>
  (pinball(0.1, p10, actual) + pinball(0.5, p50, actual) + pinball(0.9, p90, actual)) / 3

/** The figures of many predictions, in whatever order they come; nothing of none. */
export const figuresOf = (cases: Case[]): Figures | undefined => {
  if (cases.length === 0) return undefined
  const errors = cases.map(({ p50, actual }) => Math.abs(p50 - actual)).sort((one, other) => one - other)
  return {
    cases: cases.length,
    meanError: mean(errors),
    medianError: middleOf(errors),
    bias: mean(cases.map(({ p50, actual }) => p50 - actual)),
    coverage: cases.filter(isCovered).length / cases.length,
    pinball: mean(cases.map(pinballOf)),
  }
}

const pinball = (level: number, quantile: number, actual: number) =>
  actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual)

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const middleOf = (sorted: number[]) => {
  const half = sorted.length >> 1
  const upper = sorted[half] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2
}
