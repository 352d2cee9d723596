import type { Database } from '@lading/store/postgres/open'

// Shipments of which a whole journey has been recorded: five weeks, a reading every ten minutes.
const wellRecordedMax = 1_000
const longTrack = 5_000

/** Readings, made by PostgreSQL: half of them belong to at most the first thousand shipments, the others share the rest. Answers how many the first ones are. */
export const seedReadings = async ({ sql }: Database, { shipments, readings }: { shipments: number; readings: number }) => {
  const long = Math.min(wellRecordedMax, shipments, Math.ceil(readings / 2 / longTrack))
  const perLong = Math.floor(Math.min(longTrack, readings / 2 / long))
  const others = shipments - long
  const perOther = others > 0 ? Math.floor((readings - long * perLong) / others) : 0
  // Without a log and with the index made at the end it takes a third of the time; reading is the same.
  await sql.unsafe('alter table reading set unlogged')
  await sql.unsafe('alter table reading drop constraint reading_device_id_recorded_at_pk')
  await sql.unsafe(insertReadings, [0, long - 1, perLong])
  if (perOther > 0) await sql.unsafe(insertReadings, [long, shipments - 1, perOther])
  await sql.unsafe('alter table reading add primary key (device_id, recorded_at)')
  await sql.unsafe('vacuum analyze reading')
  return long
}

// A line that swings, so that simplifying it has something to do.
const insertReadings = `
  insert into reading (device_id, recorded_at, received_at, lat, lon, speed_kmh, heading_deg, temperature_c, humidity_pct, battery_pct)
  select 'tracker-' || lpad(number::text, 7, '0'), now() - (($3::int - turn) * 10 + 1) * interval '1 minute',
    now() - (($3::int - turn) * 10) * interval '1 minute',
    20 + turn * 0.006 + sin(turn / 25.0), 60 - turn * 0.01 + cos(turn / 40.0), 20 + 15 * sin(turn / 9.0), (turn * 7) % 360,
    4 + sin(turn / 60.0), 60 + 10 * cos(turn / 90.0), 100 - turn * 0.01
  from generate_series($1::int, $2::int) as number cross join generate_series(1, $3::int) as turn`
