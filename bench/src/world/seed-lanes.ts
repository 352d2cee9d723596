import { toPoint } from '@lading/shared/geo/point'
import { simplify } from '@lading/shared/geo/simplify'
import type { Database } from '@lading/store/postgres/open'
import { location } from '@lading/store/postgres/schema/index'
import type { TradeLane, TradeLeg } from './lanes.ts'

const routePoints = 60

/** Places, and in tables of their own what the shipments of a lane have in common. Comes before anything else is made. */
export const seedLanes = async (database: Database, lanes: TradeLane[]) => {
  const { db, sql } = database
  await hurry(database)
  const legs = lanes.flatMap(({ number, legs }) => legs.map((leg, index) => ({ ...leg, lane: number, sequence: index + 1 })))
  const places = new Map(legs.flatMap(({ origin, destination }) => [origin, destination]).map((place) => [place.code, place]))
  await db.insert(location).values([...places.values()])
  await sql`create table bench_leg (lane int, sequence int, mode mode, carrier text, origin text, destination text, route jsonb)`
  await sql`create table bench_shipment (number int primary key, id uuid not null, lane int not null, current_leg int not null)`
  for (const { lane, sequence, mode, carrier, origin, destination, line } of legs)
    await sql`insert into bench_leg
      values (${lane}, ${sequence}, ${mode}, ${carrier}, ${origin.code}, ${destination.code}, ${routeOf(line)}::text::jsonb)`
}

const routeOf = ({ route }: TradeLeg['line']) =>
  JSON.stringify(simplify(route.map(toPoint), routePoints).map(({ lat, lon }) => [round(lon), round(lat)]))

const round = (degrees: number) => Number(degrees.toFixed(3))

/** What a crash would cost nobody: the database is made for one measurement. Rows that are right need not be checked one by one. */
const hurry = async ({ sql }: Database) => {
  for (const setting of ["fsync = 'off'", "synchronous_commit = 'off'", "max_wal_size = '16GB'", "autovacuum = 'off'"])
    await sql.unsafe(`alter system set ${setting}`)
  await sql`select pg_reload_conf()`
}
