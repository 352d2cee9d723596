import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'

/** That it was handed over, as somebody recorded it; the note is shown to whoever has a tracking link. */
export const deliveryProof = pgTable('delivery_proof', {
  shipmentId: uuid('shipment_id')
    .primaryKey()
    .references(() => shipment.id, { onDelete: 'cascade' }),
  receivedAt: instant('received_at').notNull(),
  note: text('note'),
  recordedAt: instant('recorded_at').notNull(),
})

/** What recipients say of the tracking page. */
export const trackingFeedback = pgTable(
  'tracking_feedback',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    rating: text('rating', { enum: ['up', 'down'] }).notNull(),
    comment: text('comment'),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [index('tracking_feedback_shipment').on(table.shipmentId, table.givenAt)],
)

/**
 * What a recipient wished to be done at the door, every version of it. Personal data, apart from everything else: what was wished is
 * sealed with DATA_KEY.
 */
export const deliveryWish = pgTable(
  'delivery_wish',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    sealed: text('sealed').notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [index('delivery_wish_shipment').on(table.shipmentId, table.givenAt)],
)
