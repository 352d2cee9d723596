import type { Bbox } from '@lading/shared/geo/bbox'
import { and, between, type Column, gte, lte, or, type SQL, sql } from 'drizzle-orm'
import { plannedEachTime } from './planned-each-time.ts'

/** Rows whose position lies in the box; a box with west > east crosses the antimeridian. */
export const within = ({ west, south, east, north }: Bbox, lat: Column, lon: Column): SQL | undefined =>
  and(
    sql`${sql.raw(plannedEachTime)} ${between(lat, south, north)}`,
    west <= east ? between(lon, west, east) : or(gte(lon, west), lte(lon, east)),
  )

/** `text` as a part of a pattern that means nothing but itself. */
export const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** A pattern that finds `text` anywhere, taken literally. */
export const containing = (text: string) => `%${literally(text)}%`

/** Rows after the cursor in descending order of (`at`, `id`), as one row comparison that an index can answer. */
export const after = (cursor: { at: Date; id: string }, at: Column, id: Column) =>
  sql`(${at}, ${id}) < (${sql.param(cursor.at, at)}, ${sql.param(cursor.id, id)})`
