import { alertKinds, severities } from '@lading/shared/domain/alert'
import { sql } from 'drizzle-orm'
import { index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'

export const alertKindEnum = pgEnum('alert_kind', alertKinds)
export const severityEnum = pgEnum('severity', severities)

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
  },
  (table) => [
    uniqueIndex('alert_one_open').on(table.shipmentId, table.kind).where(sql`closed_at is null`),
    index('alert_shipment').on(table.shipmentId),
    index('alert_opened').on(table.openedAt, table.id),
  ],
)
