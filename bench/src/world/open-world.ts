import { openDatabase } from '@lading/store/postgres/open'
import { UsageError } from '../platform/bench.ts'
import type { Closers } from '../platform/closers.ts'
import { startEmbeddedServers } from '../platform/servers.ts'
import { tradeLanes } from './lanes.ts'
import { seedDetails } from './seed-details.ts'
import { seedLanes } from './seed-lanes.ts'
import { seedReadings } from './seed-readings.ts'
import { seedShipments } from './seed-shipments.ts'
import { seedStock } from './seed-stock.ts'

type Options = { directory: string; shipments: number; readings: number; say: (line: string) => void }

/**
 * The servers that `npm start` runs, with a world of so many shipments and readings in their database. Making it takes
 * minutes; a directory that has one of the same size already is used as it is.
 */
export const openWorld = async ({ directory, shipments, readings, say }: Options, closers: Closers) => {
  const { database, ...servers } = await openServers(directory, closers)
  const { sql } = database
  await sql`create table if not exists bench_world (shipments int, readings int, well_recorded int)`
  const [made] = await sql<{ shipments: number; readings: number; well_recorded: number }[]>`select * from bench_world`
  if (made && (made.shipments !== shipments || made.readings !== readings))
    throw new UsageError(`${directory} has ${made.shipments} shipments and ${made.readings} readings: use another directory`)
  if (made) return { ...servers, database, wellRecorded: made.well_recorded }
  say(`Making ${shipments} shipments and ${readings} readings`)
  const lanes = tradeLanes()
  await seedLanes(database, lanes)
  await seedShipments(database, lanes, { from: 0, until: shipments })
  await seedDetails(database, shipments)
  const wellRecorded = await seedReadings(database, { shipments, readings })
  await seedStock(database)
  await sql.unsafe('vacuum analyze')
  await sql`insert into bench_world values (${shipments}, ${readings}, ${wellRecorded})`
  return { ...servers, database, wellRecorded }
}

/** The same servers, and their database. */
export const openServers = async (directory: string, closers: Closers) => {
  const servers = await startEmbeddedServers(directory, closers)
  const database = openDatabase(servers.postgresUrl, { connections: 4 })
  closers.add({ stop: database.close })
  return { ...servers, database }
}

export type World = Awaited<ReturnType<typeof openServers>>
