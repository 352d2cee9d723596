import { alertKinds, type Severity, severities } from '@lading/shared/domain/alert'
import { alertEventKinds, resolutions } from '@lading/shared/domain/alert-handling'
import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { person } from './person.ts'
import { shipment } from './shipment.ts'

export const alertKindEnum = pgEnum('alert_kind', alertKinds)
export const severityEnum = pgEnum('severity', severities)
export const resolutionEnum = pgEnum('resolution', resolutions)
export const alertEventKindEnum = pgEnum('alert_event_kind', alertEventKinds)

/** How bad it was when somebody set the alert aside: what it has to become worse than to come back. */
export type SetAside = { severity: Severity; facts: Record<string, string | number | null> }

/**
 * Why somebody should look at a shipment. It stays until its cause is gone (`closedAt`), also after somebody resolved it: so the
 * same cause does not open another one at once, and this one comes back when it worsens.
 */
export const alert = pgTable(
  'alert',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    kind: alertKindEnum('kind').notNull(),
    severity: severityEnum('severity').notNull(),
    message: text('message').notNull(),
    facts: jsonb('facts').$type<Record<string, string | number | null>>().notNull(),
    openedAt: instant('opened_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    closedAt: instant('closed_at'),
    /** Of what was done about it; figures that change leave it alone. */
    version: integer('version').notNull().default(1),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: person('acknowledged_by'),
    assignedTo: person('assigned_to'),
    snoozedUntil: instant('snoozed_until'),
    resolvedAt: instant('resolved_at'),
    resolvedBy: person('resolved_by'),
    resolution: resolutionEnum('resolution'),
    setAside: jsonb('set_aside').$type<SetAside>(),
    comments: integer('comments').notNull().default(0),
  },
  (table) => [
    uniqueIndex('alert_one_open').on(table.shipmentId, table.kind).where(sql`closed_at is null`),
    index('alert_shipment').on(table.shipmentId),
    index('alert_opened').on(table.openedAt, table.id),
    // Few of all that there ever were.
    index('alert_wanting').on(table.openedAt, table.id, table.kind).where(sql`closed_at is null and resolved_at is null`),
  ],
)

/** What was done about alerts, and by whom. Rows are only ever added. */
export const alertEvent = pgTable(
  'alert_event',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    alertId: uuid('alert_id')
      .notNull()
      .references(() => alert.id, { onDelete: 'cascade' }),
    kind: alertEventKindEnum('kind').notNull(),
    at: instant('at').notNull(),
    /** Nobody where it was the platform. */
    by: person('by'),
    note: text('note'),
    until: instant('until'),
    assignee: person('assignee'),
    resolution: resolutionEnum('resolution'),
    severity: severityEnum('severity'),
  },
  (table) => [index('alert_event_alert').on(table.alertId, table.id)],
)
