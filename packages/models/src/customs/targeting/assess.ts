import type { Declarations } from './declarations.ts'
import { encode } from './encoder.ts'
import type { Targeting } from './learn-targeting.ts'
import { probabilitiesOf, scoresOf } from './score.ts'

/** Probability that an examination of each declaration finds something, and the score to rank by, which has fewer ties. */
export const assess = ({ encoder, boosted, calibration }: Targeting, declarations: Declarations) => {
  const scores = scoresOf(boosted, encode(encoder, declarations), declarations.rows)
  return { scores, probabilities: probabilitiesOf(calibration, scores) }
}
