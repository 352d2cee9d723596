import { sql } from 'drizzle-orm'
import { customsEntry } from '../schema/customs.ts'

/** Entries that were lodged and are not released: in the words of the index `customs_entry_with_customs`, which has no others. */
export const isWithCustoms = () => sql`${customsEntry.state} not in ('draft', 'released')`
