import { type Boosted, scoreOf } from '../../boosting/boost.ts'
import { type Calibration, calibrated } from '../../probability/calibrate.ts'

/** Log-odds of each row, the mean over the models. `columns` are the features; without any, every row has the same. */
export const scoresOf = (boosted: Boosted[], columns: Float64Array[], rows = columns[0]?.length ?? 0): Float64Array => {
  const row = new Float64Array(columns.length)
  const scores = new Float64Array(rows)
  for (let at = 0; at < rows; at += 1) {
    for (let column = 0; column < columns.length; column += 1) row[column] = (columns[column] as Float64Array)[at] as number
    let sum = 0
    for (const model of boosted) sum += scoreOf(model, row)
    scores[at] = sum / boosted.length
  }
  return scores
}

export const probabilitiesOf = (calibration: Calibration, scores: Float64Array): Float64Array =>
  scores.map((score) => calibrated(calibration, score))
