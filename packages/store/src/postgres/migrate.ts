import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

// Any number that nobody else uses for an advisory lock in this database.
const lock = 7_512_334

/** Brings the database to the newest schema. Safe to run from several processes at once: all but one wait. */
export const migrateDatabase = async (url: string) => {
  // One connection, because an advisory lock belongs to a session.
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${lock})`
    await migrate(drizzle(sql), { migrationsFolder })
  } finally {
    await sql.end({ timeout: 5 })
  }
}
