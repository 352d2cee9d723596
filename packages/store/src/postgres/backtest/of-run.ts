import { asc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { backtest } from '../schema/backtest.ts'

/** What the parts of a run's test showed, by part and group. */
export const backtestsOf = (db: Db, runId: string) =>
  db
    .select({
      part: backtest.part,
      group: backtest.group,
      figures: backtest.figures,
      beside: backtest.beside,
      testedAt: backtest.testedAt,
    })
    .from(backtest)
    .where(eq(backtest.runId, runId))
    .orderBy(asc(backtest.part), asc(backtest.group))
