import type { Db, Transaction } from '../open.ts'
import { clearancePrediction } from '../schema/customs.ts'

export type NewClearancePrediction = Omit<typeof clearancePrediction.$inferInsert, 'id'>

/** Keeps what was predicted of clearances, to be scored when the goods are released. */
export const keepClearancePredictions = async (db: Db | Transaction, predictions: NewClearancePrediction[]) => {
  if (predictions.length > 0) await db.insert(clearancePrediction).values(predictions)
}
