import type { Eta } from '@lading/shared/domain/eta'
import type { Transaction } from '../open.ts'
import { eta } from '../schema/eta.ts'

/** Keeps an ETA for history, once per instant. */
export const keepEta = async (tx: Transaction, shipmentId: string, kept: Eta) => {
  const { p10, p50, p90, computedAt, missProbability, stages, addedUp } = kept
  await tx.insert(eta).values({ shipmentId, p10, p50, p90, computedAt, missProbability, stages, addedUp }).onConflictDoNothing()
}
