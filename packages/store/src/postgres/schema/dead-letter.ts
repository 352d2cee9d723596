import { customType, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What was acknowledged but could not be stored as a reading: kept whole, with the reason. Times are wall-clock times. */
export const deadLetter = pgTable(
  'dead_letter',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    receivedAt: instant('received_at').notNull(),
    topic: text('topic').notNull(),
    payload: bytes('payload').notNull(),
    reason: text('reason').notNull(),
    detail: text('detail'),
    deviceId: text('device_id'),
  },
  (table) => [index('dead_letter_reason').on(table.reason, table.receivedAt), index('dead_letter_received').on(table.receivedAt)],
)
