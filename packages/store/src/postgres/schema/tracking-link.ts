import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'

/** Links that consumers open. Times are wall-clock times. */
export const trackingLink = pgTable(
  'tracking_link',
  {
    /** SHA-256 of the link's 128 random bits. */
    tokenHash: text('token_hash').primaryKey(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    /** Whether it was opened by the recipient's own postcode or e-mail address. */
    byFactor: boolean('by_factor').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('tracking_link_shipment').on(table.shipmentId)],
)
