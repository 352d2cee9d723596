import type { SavedView } from '@lading/shared/contract/saved-view'
import { and, asc, eq, or, type SQL } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { defaultView, savedView } from '../schema/saved-view.ts'
import { user } from '../schema/user.ts'

type Reader = Pick<Db, 'select'>

/** A person's own views and those that are shared, by name. */
export const listViews = (db: Reader, userId: string) => select(db, userId, isVisible(userId))

/** One that the person may see. */
export const findView = async (db: Reader, userId: string, id: string): Promise<SavedView | undefined> =>
  (await select(db, userId, and(isVisible(userId), eq(savedView.id, id))))[0]

/** One, whoever may see it: as it is after somebody who might has changed it. */
export const getView = async (db: Reader, userId: string, id: string) => (await select(db, userId, eq(savedView.id, id)))[0] as SavedView

const isVisible = (userId: string) => or(eq(savedView.ownerId, userId), eq(savedView.shared, true))

const select = async (db: Reader, userId: string, where: SQL | undefined): Promise<SavedView[]> => {
  const rows = await db
    .select({ view: savedView, owner: { id: user.id, name: user.name }, chosen: defaultView.viewId })
    .from(savedView)
    .leftJoin(user, eq(user.id, savedView.ownerId))
    .leftJoin(defaultView, and(eq(defaultView.viewId, savedView.id), eq(defaultView.userId, userId)))
    .where(where)
    .orderBy(asc(savedView.name), asc(savedView.id))
  return rows.map(({ view: { ownerId: _, ...view }, owner, chosen }) => ({ ...view, owner, isDefault: chosen !== null }))
}
