import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { leg } from '../schema/leg.ts'

/** The times of a leg that tracking knows better than the plan. */
export type LegTimes = {
  sequence: number
  estimatedDeparture: Date | null
  estimatedArrival: Date | null
  actualDeparture: Date | null
  halfwayAt: Date | null
  actualArrival: Date | null
}

export const saveLegTimes = async (tx: Transaction, shipmentId: string, legs: LegTimes[]) => {
  for (const { sequence, estimatedDeparture, estimatedArrival, actualDeparture, halfwayAt, actualArrival } of legs)
    await tx
      .update(leg)
      // Named one by one: callers pass whole legs, and their route may have been planned meanwhile.
      .set({ estimatedDeparture, estimatedArrival, actualDeparture, halfwayAt, actualArrival })
      .where(and(eq(leg.shipmentId, shipmentId), eq(leg.sequence, sequence)))
}
