import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { gapsBetween } from '../shared/src/domain/track-gap.ts'
import { simplifyInTime } from '../shared/src/geo/simplify.ts'
import { openSql } from './src/postgres/open-sql.ts'
import { createPostgresTelemetry } from './src/telemetry/postgres/store.ts'

const w = JSON.parse(readFileSync('/tmp/team/lead/world.json', 'utf8'))
const sql = openSql(w.pg, { connections: 1 })
const t = createPostgresTelemetry(sql)
const [a] = await sql`select device_id, "from", until from assignment where shipment_id = 'abdbaaf5-d8d0-24f6-e0ec-cbaef1878964'`
const range = { deviceId: a!.device_id, fromMs: 0, untilMs: Date.now() }
const time = async (name: string, f: () => any) => {
  for (let i = 0; i < 15; i++) await f()
  const c = process.cpuUsage()
  const s = performance.now()
  for (let i = 0; i < 20; i++) await f()
  const d = process.cpuUsage(c)
  console.log(name.padEnd(12), 'cpu', ((d.user + d.system) / 20000).toFixed(2), 'wall', ((performance.now() - s) / 20).toFixed(2))
}
const fixes = await t.fixes(range)
console.log(fixes.length, fixes[0])
await time('fixes', () => t.fixes(range))
await time('simplify', () => simplifyInTime(fixes, 500))
await time('gaps', () => gapsBetween(fixes.map((f) => f.recordedAtMs)))

const where = `where device_id = $1 and recorded_at >= to_timestamp($2::float8 / 1000) and recorded_at < to_timestamp($3::float8 / 1000) and lat is not null and lon is not null order by recorded_at limit 100000`
const qs = {
  rows: `select (extract(epoch from recorded_at) * 1000)::float8 as "recordedAtMs", lat, lon, speed_kmh as "speedKmh", heading_deg as "headingDeg" from reading ${where}`,
  rowsDatePart: `select round(date_part('epoch', recorded_at) * 1000) as "recordedAtMs", lat, lon, speed_kmh as "speedKmh", heading_deg as "headingDeg" from reading ${where}`,
  bin5: `select string_agg(timestamptz_send(recorded_at), ''::bytea) a, string_agg(float8send(lat), ''::bytea) b, string_agg(float8send(lon), ''::bytea) c, string_agg(coalesce(float8send(speed_kmh), '\x7ff8000000000000'), ''::bytea) d, string_agg(coalesce(float8send(heading_deg), '\x7ff8000000000000'), ''::bytea) e from (select recorded_at, lat, lon, speed_kmh, heading_deg from reading ${where}) f`,
  bin1: `select string_agg(timestamptz_send(recorded_at) || float8send(lat) || float8send(lon) || coalesce(float8send(speed_kmh), '\x7ff8000000000000') || coalesce(float8send(heading_deg), '\x7ff8000000000000'), ''::bytea) a from (select recorded_at, lat, lon, speed_kmh, heading_deg from reading ${where}) f`,
}
for (const [k, q] of Object.entries(qs)) {
  await time(k, () => sql.unsafe(q, [range.deviceId, 0, range.untilMs], { prepare: true }))
  for (let i = 0; i < 5; i++) {
    const r = await sql.unsafe('explain (analyze, serialize text, timing off) ' + q, [range.deviceId, 0, range.untilMs])
    if (i == 4)
      console.log(
        r
          .map((x) => x['QUERY PLAN'])
          .slice(-2)
          .join(' | '),
      )
  }
}
await sql.end()
