import { asc, count, desc, gt } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { clearanceOutcome } from '../schema/customs.ts'

export type Clearance = typeof clearanceOutcome.$inferSelect

/** The clearances that became known last, at most so many, in the order in which they did. */
export const latestClearances = async (db: Db, limit: number): Promise<Clearance[]> =>
  (await db.select().from(clearanceOutcome).orderBy(desc(clearanceOutcome.id)).limit(limit)).reverse()

/** What became known after the clearance with this number, at most so many. */
export const clearancesAfter = (db: Db, id: number, limit: number): Promise<Clearance[]> =>
  db.select().from(clearanceOutcome).where(gt(clearanceOutcome.id, id)).orderBy(asc(clearanceOutcome.id)).limit(limit)

export const countClearances = async (db: Db): Promise<number> => {
  const [row] = await db.select({ clearances: count() }).from(clearanceOutcome)
  return row?.clearances ?? 0
}
