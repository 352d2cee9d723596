import type { Boosted } from '../../boosting/boost.ts'
import { flatScore, flatten } from '../../boosting/flat-forest.ts'
import { type Calibration, calibrated, chooseCalibration } from '../../probability/calibrate.ts'

/** One for declarations of groups that have been seen before, one for those of new groups. */
export type Calibrations = { known: Calibration; fresh: Calibration }

const enoughFresh = 200

/** Each from its own declarations; from all where there are too few to tell. */
export const calibrateEach = (answers: Float64Array, scores: Float64Array, fresh: Uint8Array): Calibrations => {
  const of = (wanted: number) => {
    const isOne = (_: number, row: number) => fresh[row] === wanted
    const its = answers.filter(isOne)
    return its.length >= enoughFresh ? chooseCalibration(its, scores.filter(isOne)) : chooseCalibration(answers, scores)
  }
  return { known: of(0), fresh: of(1) }
}

/** Log-odds of each row, the mean over the models. `columns` are the features; without any, every row has the same. */
export const scoresOf = (boosted: Boosted[], columns: Float64Array[], rows = columns[0]?.length ?? 0): Float64Array => {
  const forest = flatten(boosted)
  const row = new Float64Array(columns.length)
  const scores = new Float64Array(rows)
  for (let at = 0; at < rows; at += 1) {
    for (let column = 0; column < columns.length; column += 1) row[column] = (columns[column] as Float64Array)[at] as number
    scores[at] = flatScore(forest, row)
  }
  return scores
}

export const probabilitiesOf = ({ known, fresh: other }: Calibrations, scores: Float64Array, fresh: Uint8Array): Float64Array =>
  scores.map((score, row) => calibrated(fresh[row] ? other : known, score))
