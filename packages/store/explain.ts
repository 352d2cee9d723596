import { readFileSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { listAlerts } from './src/postgres/alert/list.ts'
import { listShipments } from './src/postgres/shipment/list.ts'

const w = JSON.parse(readFileSync('/tmp/team/lead/world.json', 'utf8'))
const sql = postgres(w.pg, { max: 1 })
let last: any
const db: any = drizzle(sql, {
  logger: {
    logQuery: (query, params) => {
      last = { query, params }
    },
  },
})
const f = JSON.parse(process.argv[3] ?? '{}')
if (process.argv[2] === 'alerts') await listAlerts(db, { limit: 50, now: new Date(), ...f })
else await listShipments(db, { limit: 50, ...f })
if (process.argv[4]) console.log(last.query, last.params)
for (const row of await sql.unsafe(`explain (analyze, buffers, costs on) ${last.query}`, last.params)) console.log(row['QUERY PLAN'])
await sql.end()
