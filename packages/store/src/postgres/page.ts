import { sql } from 'drizzle-orm'
import { DomainError } from './domain-error.ts'

/** The place in an ordered list after which the next page begins: the sort key of the last row shown. */
export type Cursor = { at: Date; id: string }

export type Page<Item> = { items: Item[]; nextCursor: string | null }

/**
 * A list is asked for one row more than it shows: whether it came says whether there is a next page. The number is written into the
 * statement, for of a parameter a kept plan knows nothing: it would reckon with a tenth of all rows, and sort them all.
 */
export const oneMoreThan = (limit: number) => sql.raw(String(limit + 1)) as unknown as number

/** A page of the rows that `oneMoreThan(limit)` asked for. */
export const toPage = <Row, Item>(rows: Row[], limit: number, toItem: (row: Row) => Item, cursorOf: (row: Row) => Cursor): Page<Item> => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(toItem), nextCursor: rows.length > limit && last ? writeCursor(cursorOf(last)) : null }
}

export const writeCursor = ({ at, id }: Cursor) => Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url')

const maxInstantMs = 8.64e15

/** Cursors come back from clients: anything that `writeCursor` cannot have written is refused. */
export const readCursor = (text: string): Cursor => {
  const [atMs, id] = parse(Buffer.from(text, 'base64url').toString())
  if (!Number.isInteger(atMs) || Math.abs(atMs as number) > maxInstantMs || typeof id !== 'string')
    throw new DomainError('cursor-not-valid', 'The cursor is not one that a page before has given.')
  return { at: new Date(atMs as number), id }
}

/** Where ids are UUIDs, so is the one in the cursor. */
export const readUuidCursor = (text: string): Cursor => {
  const cursor = readCursor(text)
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor.id))
    throw new DomainError('cursor-not-valid', 'The cursor is not one that a page before has given.')
  return cursor
}

const parse = (json: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(json)
    return Array.isArray(value) ? value : []
  } catch {
    // Not JSON is one more way of not being a cursor.
    return []
  }
}
