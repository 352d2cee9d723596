import { customType, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })

/** In place of a shipment: what every tracking page may show has changed. */
export const everyShipment = '00000000-0000-0000-0000-000000000000'

/**
 * That something was written which a tracking page shows, or that ends one: of which shipment, in which transaction. Kept by triggers on
 * the tables that such a page is made of, so that nobody who writes has to think of it; read by whoever keeps pages, and removed after an
 * hour. A row belongs to one transaction alone, so writing it waits for nobody.
 */
export const shownChange = pgTable(
  'shown_change',
  {
    changedIn: transactionId('changed_in').notNull(),
    shipmentId: uuid('shipment_id').notNull(),
    /** Wall-clock time. */
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.changedIn, table.shipmentId] }), index('shown_change_age').on(table.changedAt)],
)
