import { sql } from 'drizzle-orm'
import { boolean, customType, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Who sends shipments, as far as it is shown to recipients: name, colours, links. */
export const merchant = pgTable(
  'merchant',
  {
    code: text('code').primaryKey(),
    name: text('name').notNull(),
    accentLight: text('accent_light'),
    accentDark: text('accent_dark'),
    supportUrl: text('support_url'),
    privacyUrl: text('privacy_url'),
    embedOrigins: text('embed_origins').array().notNull().default([]),
    isDefault: boolean('is_default').notNull().default(false),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [uniqueIndex('merchant_default').on(table.isDefault).where(sql`is_default`)],
)

/** Its logo as it was uploaded. */
export const merchantLogo = pgTable('merchant_logo', {
  merchantCode: text('merchant_code')
    .primaryKey()
    .references(() => merchant.code, { onDelete: 'cascade' }),
  /** Media type, by its bytes. */
  type: text('type').notNull(),
  /** Of the bytes: part of its address, so that it may be kept for ever. */
  hash: text('hash').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bytes: bytes('bytes').notNull(),
})
