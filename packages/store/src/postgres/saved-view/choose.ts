import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { defaultView } from '../schema/saved-view.ts'
import { noView } from './change.ts'
import { findView } from './list.ts'

/** Lets a person's map open with a view that they may see, or as it is. */
export const chooseView = (db: Db, userId: string, viewId: string | null) =>
  db.transaction(async (tx) => {
    if (viewId === null) return void (await tx.delete(defaultView).where(eq(defaultView.userId, userId)))
    if (!(await findView(tx, userId, viewId))) throw noView()
    await tx.insert(defaultView).values({ userId, viewId }).onConflictDoUpdate({ target: defaultView.userId, set: { viewId } })
  })
