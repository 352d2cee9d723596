import type { AddedUpHours } from '@lading/shared/domain/eta'
import { desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { predictionScore } from '../schema/prediction-score.ts'

/** An arrival time of a shipment as it was added up, in hours from when it was made, and how many it was in truth. */
export type ScoredArrival = { shipmentId: string; mode: string | null; madeAt: Date; addedUp: AddedUpHours; actual: number }

/** Of the arrival times whose truth came last, at most so many, in the order in which it came. */
export const recentArrivalScores = async (db: Db, limit: number): Promise<ScoredArrival[]> => {
  const rows = await db
    .select()
    .from(predictionScore)
    .where(eq(predictionScore.kind, 'arrival'))
    .orderBy(desc(predictionScore.actualAt), desc(predictionScore.id))
    .limit(limit)
  return rows.reverse().map(({ key, mode, madeAt, addedUp, p10, p50, p90, actual }) => {
    return { shipmentId: key, mode, madeAt, addedUp: addedUp ?? { p10, p50, p90 }, actual }
  })
}
