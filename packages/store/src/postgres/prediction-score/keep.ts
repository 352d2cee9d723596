import type { Db } from '../open.ts'
import { predictionScore } from '../schema/prediction-score.ts'

export type PredictionScore = Omit<typeof predictionScore.$inferInsert, 'id'>

// A statement takes 65,535 parameters, a row about twenty.
const rowsAtOnce = 2_000

/** Keeps what predictions were worth, each once: a prediction that was scored already stays as it is. Answers how many are new. */
export const keepScores = async (db: Db, scores: PredictionScore[]) => {
  let kept = 0
  for (let from = 0; from < scores.length; from += rowsAtOnce) {
    const rows = await db
      .insert(predictionScore)
      .values(scores.slice(from, from + rowsAtOnce))
      .onConflictDoNothing()
      .returning({ id: predictionScore.id })
    kept += rows.length
  }
  return kept
}
