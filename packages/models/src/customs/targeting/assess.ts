import { toLogOdds } from '../../probability/log-odds.ts'
import type { Declarations } from './declarations.ts'
import { encode } from './encoder.ts'
import type { Targeting } from './learn-targeting.ts'
import { probabilitiesOf, scoresOf } from './score.ts'

/** So little that it only tells apart what has one probability. */
const tieBreak = 1e-6

/** Probability that an examination of each declaration finds something, and the score to rank by, which has fewer ties. */
export const assess = ({ encoder, boosted, calibration }: Targeting, declarations: Declarations) => {
  const { columns, fresh } = encode(encoder, declarations)
  const raw = scoresOf(boosted, columns, declarations.rows)
  const probabilities = probabilitiesOf(calibration, raw, fresh)
  return { probabilities, scores: probabilities.map((probability, row) => toLogOdds(probability) + tieBreak * (raw[row] as number)) }
}
