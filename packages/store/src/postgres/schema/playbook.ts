import { type PlaybookStep, stepOutcomes } from '@lading/shared/domain/playbook'
import { riskKinds } from '@lading/shared/domain/risk'
import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { alert, severityEnum } from './alert.ts'
import { instant } from './columns.ts'
import { person } from './person.ts'

export const riskKindEnum = pgEnum('risk_kind', riskKinds)
export const stepOutcomeEnum = pgEnum('step_outcome', stepOutcomes)

/** What to do when something of a kind happens. What has begun by it is not changed by changes of it. */
export const playbook = pgTable('playbook', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull().unique(),
  steps: jsonb('steps').$type<PlaybookStep[]>().notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: person('updated_by'),
})

/** When a score opens an alert. */
export const warningRule = pgTable('warning_rule', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull().unique(),
  /** Nothing: the probability that the promise is broken. */
  kind: riskKindEnum('kind'),
  openAt: doublePrecision('open_at').notNull(),
  closeAt: doublePrecision('close_at').notNull(),
  severity: severityEnum('severity').notNull(),
  quiet: jsonb('quiet').$type<{ from: string; until: string; zone: string }>(),
  escalateAfterMinutes: integer('escalate_after_minutes'),
  playbookId: uuid('playbook_id').references(() => playbook.id, { onDelete: 'set null' }),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: person('updated_by'),
})

/** A playbook that was begun for an alert, each once for one; or for a currency, each again once it was worked through. */
export const playbookRun = pgTable(
  'playbook_run',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    alertId: uuid('alert_id').references(() => alert.id, { onDelete: 'cascade' }),
    currency: text('currency'),
    playbookId: uuid('playbook_id').references(() => playbook.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Nobody where a rule began it. */
    startedBy: person('started_by'),
    /** When its last step was settled. */
    finishedAt: instant('finished_at'),
  },
  (table) => [
    unique('playbook_run_once').on(table.alertId, table.playbookId),
    uniqueIndex('playbook_run_currency').on(table.currency, table.playbookId).where(sql`finished_at is null`),
    index('playbook_run_alert').on(table.alertId),
    check('playbook_run_subject', sql`num_nonnulls(${table.alertId}, ${table.currency}) = 1`),
  ],
)

export const playbookRunStep = pgTable(
  'playbook_run_step',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => playbookRun.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    owner: text('owner').notNull(),
    /** To be sent, about this shipment or currency. */
    message: text('message'),
    dueAt: instant('due_at').notNull(),
    outcome: stepOutcomeEnum('outcome'),
    settledAt: instant('settled_at'),
    settledBy: person('settled_by'),
    note: text('note'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.position] })],
)
