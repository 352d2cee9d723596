import { shareInterval } from '@lading/models/accuracy/share-interval'
import type { AccuracyRow } from '@lading/shared/contract/accuracy'
import type { ScoreFigures } from '@lading/store/postgres/prediction-score/accuracy'

/** Figures as they are shown: with how sure the coverage is, how much better than the naive rule, and how it was before. */
export const toRows = (rows: ScoreFigures[], before: ScoreFigures[]): AccuracyRow[] => {
  const earlier = new Map(before.map((row) => [row.name, row]))
  return rows.map(({ covered, naiveError, errorBesideNaive, ...row }) => {
    const coverage = covered / row.cases
    // Cases of one shipment go together, so they do not make the share surer than shipments do.
    const { from, until } = shareInterval(coverage * row.things, row.things)
    const was = earlier.get(row.name)
    return {
      ...row,
      coverage,
      coverageFrom: from,
      coverageUntil: until,
      naiveError,
      improvement: naiveError && errorBesideNaive !== null ? 1 - errorBesideNaive / naiveError : null,
      before: was ? { cases: was.cases, meanError: was.meanError, coverage: was.covered / was.cases } : null,
    }
  })
}
