import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { listAlerts } from '@lading/store/postgres/alert/list'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { listShipments } from '@lading/store/postgres/shipment/list'
import { afterAll, beforeAll, expect, test } from 'vitest'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let server: Awaited<ReturnType<typeof startPostgres>>
let database: Database

beforeAll(async () => {
  directory = await temporaryDirectory()
  server = await startPostgres({ directory: directory.path })
  await migrateDatabase(server.url)
  database = openDatabase(server.url, { connections: 1 })
})

afterAll(async () => {
  await database?.close()
  await server?.stop()
  await directory?.remove()
})

const keptPlans = async () => {
  const rows = await database.sql<{ statement: string }[]>`select statement from pg_prepared_statements`
  return rows
    .map(({ statement }) => statement)
    .filter((statement) => statement.includes('from "shipment"') || statement.includes('from "alert"'))
}

test('The plan of a list is kept with the number of rows that it shows, and of a list by a box none is.', async () => {
  const bbox = { west: 3, south: 51, east: 5, north: 53 }
  await listShipments(database.db, { limit: 50, bbox })
  await listAlerts(database.db, { limit: 50, bbox, now: new Date() })
  expect(await keptPlans()).toEqual([])

  await listShipments(database.db, { limit: 50 })
  await listAlerts(database.db, { limit: 50, kind: ['late'], now: new Date() })
  const kept = await keptPlans()
  expect(kept).toHaveLength(2)
  for (const statement of kept) expect(statement).toMatch(/ limit 51\b/)
})
