import type { Sql, TransactionSql } from 'postgres'

/**
 * Does one thing after the other, in whatever process: who is let in at the broker is read and told by one at a time. Those who
 * wait here take no connection.
 */
export const createExclusive = (sql: Sql) => {
  let before: Promise<unknown> = Promise.resolve()
  return <Result>(work: (tx: TransactionSql) => Promise<Result>): Promise<Result> => {
    const result = before.then(
      () =>
        sql.begin(async (tx) => {
          await tx`select pg_advisory_xact_lock(hashtextextended('lading broker accounts', 0))`
          return work(tx)
        }) as Promise<Result>,
    )
    before = result.catch(() => {})
    return result
  }
}
