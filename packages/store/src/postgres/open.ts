import { drizzle } from 'drizzle-orm/postgres-js'
import type { ParameterOrJSON, Sql } from 'postgres'
import { openSql } from './open-sql.ts'
import { plannedEachTime } from './planned-each-time.ts'
import * as schema from './schema/index.ts'

export const openDatabase = (url: string, { connections = 10 }: { connections?: number } = {}) => {
  const sql = openSql(url, { connections })
  const db = drizzle(preparing(sql), { schema })
  return { db, sql, close: () => sql.end({ timeout: 5 }) }
}

// Statements that name many rows one by one are of as many kinds as there are numbers of rows, and each would be kept for ever.
const parametersMax = 20

/**
 * The driver, with statements parsed and planned once a connection instead of each time, and one way to the server and back
 * instead of two.
 */
const preparing = (sql: Sql): Sql =>
  new Proxy(sql, {
    get: (target, name) =>
      name === 'unsafe'
        ? (query: string, parameters: ParameterOrJSON<never>[] = [], options = {}) =>
            target.unsafe(query, parameters, {
              ...options,
              prepare: parameters.length <= parametersMax && !query.includes(plannedEachTime),
            })
        : Reflect.get(target, name),
  })

/** `db` speaks drizzle; `sql` is the driver beneath, for statements that carry a whole batch. */
export type Database = ReturnType<typeof openDatabase>
export type Db = Database['db']
/** What `db.transaction` hands to its callback. */
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0]
