import { type IdentifierKind, partnerRoles } from '@lading/shared/domain/partner'
import { date, jsonb, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

export const partnerRoleEnum = pgEnum('partner_role', partnerRoles)

/** A firm that we work with, as far as it is known apart from single shipments and orders. */
export const partner = pgTable('partner', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  aliases: text('aliases').array().notNull().default([]),
  country: text('country').notNull(),
  roles: partnerRoleEnum('roles').array().notNull(),
  identifiers: jsonb('identifiers').$type<{ kind: IdentifierKind; value: string }[]>().notNull().default([]),
  reviewDue: date('review_due', { mode: 'string' }),
  suspendedAt: instant('suspended_at'),
  suspendedReason: text('suspended_reason'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
