import { uuid } from 'drizzle-orm/pg-core'
import { user } from './user.ts'

/** Who did it; nobody once whoever it was is gone. */
export const person = (name: string) => uuid(name).references(() => user.id, { onDelete: 'set null' })
