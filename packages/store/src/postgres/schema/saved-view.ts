import { boolean, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { user } from './user.ts'

/** Filters and order that somebody gave a name. */
export const savedView = pgTable(
  'saved_view',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Nobody once the person is gone; what was shared stays. */
    ownerId: uuid('owner_id').references(() => user.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    query: text('query').notNull(),
    shared: boolean('shared').notNull(),
  },
  (table) => [unique('saved_view_name').on(table.ownerId, table.name), index('saved_view_shared').on(table.shared)],
)

/** With which view a person's map opens. */
export const defaultView = pgTable('default_view', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  viewId: uuid('view_id')
    .notNull()
    .references(() => savedView.id, { onDelete: 'cascade' }),
})
