import type { Sql } from 'postgres'

// Any number that nobody else uses for an advisory lock in this database.
const lock = 7_512_335

/**
 * Does what only one process may do at a time; answers nothing where another one is at it. The lock belongs to a connection, not to a
 * transaction, as one that is open for minutes keeps PostgreSQL from cleaning up.
 */
export const alone = async <Answer>(sql: Sql, work: () => Promise<Answer>): Promise<Answer | undefined> => {
  const connection = await sql.reserve()
  try {
    const [row] = await connection<{ locked: boolean }[]>`select pg_try_advisory_lock(${lock}) as locked`
    if (!row?.locked) return undefined
    try {
      return await work()
    } finally {
      await connection`select pg_advisory_unlock(${lock})`
    }
  } finally {
    connection.release()
  }
}
