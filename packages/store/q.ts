import { readFileSync } from 'node:fs'
import postgres from 'postgres'

const w = JSON.parse(readFileSync('/tmp/team/lead/world.json', 'utf8'))
const sql = postgres(w.pg, { max: 1 })
for (const q of process.argv.slice(2)) {
  const r = await sql.unsafe(q)
  for (const row of r) console.log(row['QUERY PLAN'] ?? row)
}
await sql.end()
