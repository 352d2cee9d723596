import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { modelNameEnum } from './model.ts'

/** One test and training of a model, and how far it is. Times are wall-clock times: this is about work, not about goods. */
export const modelRun = pgTable(
  'model_run',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    model: modelNameEnum('model').notNull(),
    requestedAt: instant('requested_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    /** Of the test; what is done of them is in `backtest`. Not known before it starts. */
    parts: integer('parts'),
    failed: boolean('failed').notNull().default(false),
    /** What came of it, for people. */
    outcome: text('outcome'),
    /** The version that was trained. */
    version: integer('version'),
  },
  (table) => [uniqueIndex('model_run_one_at_a_time').on(table.model).where(sql`finished_at is null`)],
)
