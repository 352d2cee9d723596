import { sql } from 'drizzle-orm'
import { boolean, customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What was acknowledged but could not be stored as a reading: kept with the reason. Times are wall-clock times. */
export const deadLetter = pgTable(
  'dead_letter',
  {
    /** Made of topic, payload and reason. */
    id: uuid('id').primaryKey(),
    /** When it arrived, for the last time. */
    receivedAt: instant('received_at').notNull(),
    /** How often it arrived and could not be stored for the same reason. */
    times: integer('times').notNull().default(1),
    topic: text('topic').notNull(),
    payload: bytes('payload').notNull(),
    reason: text('reason').notNull(),
    detail: text('detail'),
    /** Whether the payload is kept whole, or only its beginning. */
    whole: boolean('whole').notNull().default(true),
    deviceId: text('device_id'),
    /** Since when it waits to go through ingest again. */
    replayRequestedAt: instant('replay_requested_at'),
  },
  (table) => [
    index('dead_letter_reason').on(table.reason, table.receivedAt),
    index('dead_letter_received').on(table.receivedAt),
    index('dead_letter_device').on(table.deviceId, table.receivedAt),
    index('dead_letter_replay').on(table.receivedAt).where(sql`replay_requested_at is not null`),
  ],
)
