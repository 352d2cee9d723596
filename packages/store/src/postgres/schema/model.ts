import { modelNames, type WhyUsed } from '@lading/shared/domain/model'
import { sql } from 'drizzle-orm'
import { boolean, integer, json, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

export const modelNameEnum = pgEnum('model_name', modelNames)

/** Every model ever trained, on what, how good it was then, and whether predictions are made with it. Times are platform times. */
export const model = pgTable(
  'model',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: modelNameEnum('name').notNull(),
    /** 1, 2, 3 … for each name. */
    version: integer('version').notNull(),
    trainedAt: instant('trained_at').notNull(),
    /** The outcomes it learnt from, from the first to the last, and how many. */
    windowFrom: instant('window_from'),
    windowTo: instant('window_to'),
    rows: integer('rows').notNull(),
    metrics: jsonb('metrics').$type<Record<string, number | null>>().notNull(),
    /** What the model needs to predict again; gone from old versions. Text that nobody asks into, so not jsonb, which refuses NUL in names. */
    state: json('state').$type<unknown>(),
    inUse: boolean('in_use').notNull(),
    /** Why it is in use, or why not, for people. */
    reason: text('reason').notNull(),
    /** The same for programs; versions of earlier days have none. */
    why: jsonb('why').$type<WhyUsed>(),
  },
  (table) => [
    uniqueIndex('model_version').on(table.name, table.version),
    uniqueIndex('model_one_in_use').on(table.name).where(sql`in_use`),
  ],
)
