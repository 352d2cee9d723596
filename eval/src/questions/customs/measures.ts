import { meanLogLoss } from '@lading/models/probability/log-odds'
import { areaUnderCurve, atShare, calibrationError } from '@lading/models/probability/rank'
import type { Measures } from '../../question.ts'

/** `scores` rank, where they tell apart what has one probability. Expected calibration error over ten bins of as many rows each. */
export const measure = (answers: Float64Array, probabilities: Float64Array, scores = probabilities): Measures => ({
  auc: areaUnderCurve(answers, scores),
  precisionAt5: atShare(answers, scores, 0.05).precision,
  recallAt5: atShare(answers, scores, 0.05).recall,
  precisionAt10: atShare(answers, scores, 0.1).precision,
  logLoss: meanLogLoss(answers, probabilities),
  calibrationError: calibrationError(answers, probabilities),
})
