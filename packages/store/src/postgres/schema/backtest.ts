import type { BesideNaive, Figures } from '@lading/shared/domain/accuracy'
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { modelRun } from './model-run.ts'

/** What one part of a test on the past showed, for each group and, as the group with the empty name, for all of it. */
export const backtest = pgTable(
  'backtest',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => modelRun.id, { onDelete: 'cascade' }),
    part: text('part').notNull(),
    group: text('group_name').notNull(),
    /** Nothing where there was nothing to predict. */
    figures: jsonb('figures').$type<Figures>(),
    beside: jsonb('beside').$type<BesideNaive>().notNull(),
    testedAt: instant('tested_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.part, table.group] }), index('backtest_run').on(table.runId)],
)
