import type { BesideNaive, Figures } from '@lading/shared/domain/accuracy'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { backtest } from '../schema/backtest.ts'

export type Tested = { group: string; figures: Figures | null; beside: BesideNaive }

/** Keeps what a part of a test showed, each group once; the group '' is all of the part. A second time replaces the first. */
export const keepBacktest = async (db: Db, runId: string, part: string, tested: Tested[], testedAt: Date) => {
  await db
    .insert(backtest)
    .values(tested.map((one) => ({ runId, part, testedAt, ...one })))
    .onConflictDoUpdate({
      target: [backtest.runId, backtest.part, backtest.group],
      set: { figures: sql`excluded.figures`, beside: sql`excluded.beside`, testedAt: sql`excluded.tested_at` },
    })
}
