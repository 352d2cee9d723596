import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { openSql } from '@lading/store/postgres/open-sql'
import type { ISql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let server: Awaited<ReturnType<typeof startPostgres>>

beforeAll(async () => {
  directory = await temporaryDirectory()
  server = await startPostgres({ directory: directory.path })
})

afterAll(async () => {
  await server?.stop()
  await directory?.remove()
})

const outcome = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    ({ code }) => code,
  )

const backendOf = async (sql: ISql) => {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  return row?.pid ?? 0
}

// Without the patch the driver throws out of a timer, where nobody can catch it, and the process ends.
test('Statements after their connection was closed are refused, and the next one has a connection that works.', async () => {
  const sql = openSql(server.url, { connections: 1 })
  const other = openSql(server.url, { connections: 1 })
  const close = async (pid: number) => void (await other`select pg_terminate_backend(${pid})`)

  const reserved = await sql.reserve()
  await close(await backendOf(reserved))
  expect(await outcome(reserved`select 1`)).not.toBe('answered')
  expect(await outcome(reserved`select 2`)).toBe('CONNECTION_CLOSED')
  reserved.release()
  expect(await outcome(sql`select 3`)).toBe('answered')

  const transaction = sql.begin(async (inside) => {
    await close(await backendOf(inside))
    await outcome(inside`select 1`)
    // Somebody else has the connection opened anew; this is no part of a transaction any more, and must not be done.
    expect(await outcome(sql`select 2`)).toBe('answered')
    expect(await outcome(inside`create table left_over ()`)).toBe('CONNECTION_CLOSED')
  })
  expect(await outcome(transaction)).not.toBe('answered')
  expect(await sql`select to_regclass('left_over') as found`).toEqual([{ found: null }])
  await Promise.all([sql.end(), other.end()])
})
