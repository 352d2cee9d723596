import { roles } from '@lading/shared/domain/role'
import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { partner } from './partner-register.ts'

export const roleEnum = pgEnum('role', roles)

export const user = pgTable(
  'app_user',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Lower case. */
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    role: roleEnum('role').notNull(),
    /** Of whom a person of the role partner is: what they see is what this partner takes part in. */
    partnerCode: text('partner_code').references(() => partner.code, { onDelete: 'cascade' }),
    /** argon2id, in PHC string format. */
    passwordHash: text('password_hash').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    // As text, since a value cannot be used in the transaction that adds it to the type.
    check('app_user_of_partner', sql`(${table.role}::text = 'partner') = (${table.partnerCode} is not null)`),
    index('app_user_partner').on(table.partnerCode),
  ],
)
