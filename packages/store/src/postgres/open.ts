import { drizzle } from 'drizzle-orm/postgres-js'
import { openSql } from './open-sql.ts'
import * as schema from './schema/index.ts'

export const openDatabase = (url: string, { connections = 10 }: { connections?: number } = {}) => {
  const sql = openSql(url, { connections })
  const db = drizzle(sql, { schema })
  return { db, sql, close: () => sql.end({ timeout: 5 }) }
}

/** `db` speaks drizzle; `sql` is the driver beneath, for statements that carry a whole batch. */
export type Database = ReturnType<typeof openDatabase>
export type Db = Database['db']
/** What `db.transaction` hands to its callback. */
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0]
