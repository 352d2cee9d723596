import type { BesideNaive } from '@lading/shared/domain/accuracy'
import jstat from 'jstat'
import type { Case } from './figures.ts'

export type Verdict = {
  says: 'better' | 'worse' | 'undecided' | 'too-few'
  cases: number
  /** By which share of the naive rule's error the model's is smaller; below 0 where it is larger. */
  improvement: number | null
  /** How likely so large a difference would be by chance. */
  p: number | null
}

/** Fewer cases than these decide nothing. */
export const fewestCases = 30
const mostChance = 0.05

export const nothingBeside: BesideNaive = { cases: 0, errors: 0, naiveErrors: 0, squares: 0 }

export const besideNaive = (cases: Case[]): BesideNaive =>
  cases.reduce((sums, { p50, naive, actual }) => {
    if (naive === null) return sums
    const [error, naiveError] = [Math.abs(p50 - actual), Math.abs(naive - actual)]
    return addBeside(sums, { cases: 1, errors: error, naiveErrors: naiveError, squares: (error - naiveError) ** 2 })
  }, nothingBeside)

export const addBeside = (one: BesideNaive, other: BesideNaive): BesideNaive => ({
  cases: one.cases + other.cases,
  errors: one.errors + other.errors,
  naiveErrors: one.naiveErrors + other.naiveErrors,
  squares: one.squares + other.squares,
})

/**
 * Whether the model's absolute errors are smaller or larger than the naive rule's by more than chance: the test of Diebold and Mariano
 * (1995) with the correction for few cases of Harvey, Leybourne and Newbold (1997), each case taken as one step ahead. Two-sided, at 5 %.
 */
export const verdictOf = ({ cases, errors, naiveErrors, squares }: BesideNaive): Verdict => {
  const improvement = naiveErrors > 0 ? 1 - errors / naiveErrors : null
  if (cases < fewestCases) return { says: 'too-few', cases, improvement, p: null }
  const mean = (errors - naiveErrors) / cases
  const variance = Math.max(0, squares / cases - mean ** 2)
  // All differences alike, to what sums of floating-point numbers can tell.
  if (variance <= 1e-12 * (squares / cases)) {
    const says = squares === 0 ? 'undecided' : mean < 0 ? 'better' : 'worse'
    return { says, cases, improvement, p: squares === 0 ? 1 : 0 }
  }
  const statistic = Math.sqrt((cases - 1) / cases) * (mean / Math.sqrt(variance / cases))
  const p = Math.min(1, 2 * jstat.jStat.studentt.cdf(-Math.abs(statistic), cases - 1))
  return { says: p > mostChance ? 'undecided' : mean < 0 ? 'better' : 'worse', cases, improvement, p }
}
