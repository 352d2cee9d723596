import { asc, desc, getTableColumns } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { model } from '../schema/model.ts'

const { state: _, ...columns } = getTableColumns(model)

/** The newest versions of every name, newest first, without their states. */
export const listModels = (db: Db, limit = 100) => db.select(columns).from(model).orderBy(asc(model.name), desc(model.version)).limit(limit)
