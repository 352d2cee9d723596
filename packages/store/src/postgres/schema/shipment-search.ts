import { sql } from 'drizzle-orm'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { shipment } from './shipment.ts'

/**
 * What a shipment is called: tracking number, reference, containers. A row of its own, kept by a trigger, because the shipment's row is
 * written anew with every position, and an index of the parts of words would be written with it.
 */
export const shipmentSearch = pgTable(
  'shipment_search',
  {
    shipmentId: uuid('shipment_id')
      .primaryKey()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    names: text('names').notNull(),
  },
  (table) => [index('shipment_search_names').using('gin', sql`${table.names} gin_trgm_ops`)],
)
