import { type News, newsKinds, type Told, type Wanted } from '@lading/shared/domain/news'
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'
import { trackingLink } from './tracking-link.ts'

/**
 * Who wants to hear of a shipment, where, and what they were told last. Personal data, apart from everything else: where to write to
 * is sealed with DATA_KEY, and the hash by which it is known again is keyed and another for each shipment. Times are wall-clock times.
 */
export const newsSubscription = pgTable(
  'news_subscription',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    channel: text('channel', { enum: ['mail', 'push'] }).notNull(),
    addressHash: text('address_hash').notNull(),
    /** Where to write to, and the secrets that go into what is written. */
    sealed: text('sealed').notNull(),
    /** SHA-256 of the secret of the links that confirm and end it. */
    secretHash: text('secret_hash').notNull().unique(),
    kinds: text('kinds', { enum: newsKinds }).array().notNull(),
    windowHours: integer('window_hours').notNull(),
    language: text('language').notNull(),
    locale: text('locale').notNull(),
    /** What was asked for last, in which language: becomes true by confirming it. */
    asked: jsonb('asked').$type<Wanted & { language: string; locale: string }>().notNull(),
    askedAt: instant('asked_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    /** When the link to the page ends by which it was asked for, and this with it. */
    expiresAt: instant('expires_at').notNull(),
    /** The link to the page that goes into messages; it ends with this, and this with it. */
    linkHash: text('link_hash').references(() => trackingLink.tokenHash, { onDelete: 'cascade' }),
    /** Nothing can be delivered there, as was said for good. */
    undeliverableAt: instant('undeliverable_at'),
    /** What was known when it was confirmed, or told last. */
    told: jsonb('told').$type<Told>(),
    /** Goes up with every change of `told`, so that of two looks at once only one counts. */
    looks: integer('looks').notNull().default(0),
  },
  (table) => [
    unique('news_subscription_address').on(table.shipmentId, table.addressHash),
    index('news_subscription_link').on(table.linkHash),
  ],
)

/**
 * Messages to be sent, and those that were. One row a message: written together with what makes it due, so that none is lost, and
 * with a key that is there once, so that none is written twice.
 */
export const newsMessage = pgTable(
  'news_message',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    subscriptionId: uuid('subscription_id')
      .notNull()
      .references(() => newsSubscription.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** Nothing where it asks to be confirmed. */
    news: jsonb('news').$type<News>(),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** From when on it is tried; while it is being tried, when it is given up that whoever tried will say how it went. */
    dueAt: instant('due_at'),
    sentAt: instant('sent_at'),
    failedAt: instant('failed_at'),
    /** The code that it was refused with; never what was said, as that repeats addresses. */
    failure: text('failure'),
  },
  (table) => [unique('news_message_once').on(table.subscriptionId, table.key), index('news_message_due').on(table.dueAt)],
)

/** When an address was asked to confirm something, kept for a day: whoever is written to by others gets few mails. */
export const newsRequest = pgTable(
  'news_request',
  { addressHash: text('address_hash').notNull(), askedAt: instant('asked_at').notNull() },
  (table) => [index('news_request_address').on(table.addressHash, table.askedAt)],
)
