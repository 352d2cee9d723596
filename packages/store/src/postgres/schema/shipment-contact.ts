import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { shipment } from './shipment.ts'

/**
 * By what a consignee proves to be the one. Personal data, apart from everything else: only hashes, keyed with DATA_KEY and
 * different for each shipment, so that whoever has the database alone can neither read nor try them, nor tell who gets several.
 */
export const shipmentContact = pgTable('shipment_contact', {
  shipmentId: uuid('shipment_id')
    .primaryKey()
    .references(() => shipment.id, { onDelete: 'cascade' }),
  emailHash: text('email_hash'),
  postcodeHash: text('postcode_hash'),
})
