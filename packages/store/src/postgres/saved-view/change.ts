import type { SavedViewChange } from '@lading/shared/contract/saved-view'
import { mayActAs, type Role } from '@lading/shared/domain/role'
import { and, eq, ne } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { savedView } from '../schema/saved-view.ts'
import { nameTaken } from './add.ts'

export type Viewer = { userId: string; role: Role }

/** Changes a view of one's own; an admin also one that is shared. */
export const changeView = (db: Db, id: string, { name, query, shared }: SavedViewChange, who: Viewer) =>
  db.transaction(async (tx) => {
    const { ownerId } = await ownView(tx, id, who)
    if (name !== undefined && ownerId !== null) {
      const taken = await tx.$count(savedView, and(eq(savedView.ownerId, ownerId), eq(savedView.name, name.trim()), ne(savedView.id, id)))
      if (taken > 0) throw nameTaken(name)
    }
    await tx
      .update(savedView)
      .set({
        id,
        ...(name !== undefined && { name: name.trim() }),
        ...(query !== undefined && { query }),
        ...(shared !== undefined && { shared }),
      })
      .where(eq(savedView.id, id))
  })

export const removeView = (db: Db, id: string, who: Viewer) =>
  db.transaction(async (tx) => {
    await ownView(tx, id, who)
    await tx.delete(savedView).where(eq(savedView.id, id))
  })

/** Who may not see a view is told that there is none; who may only see it, whose it is. */
const ownView = async (tx: Transaction, id: string, { userId, role }: Viewer) => {
  const [found] = await tx.select().from(savedView).where(eq(savedView.id, id)).for('update')
  if (!found || (found.ownerId !== userId && !found.shared)) throw noView()
  if (found.ownerId !== userId && !mayActAs(role, 'admin'))
    throw new DomainError('view-of-another', 'It is somebody else’s. Save one of your own.')
  return found
}

export const noView = () => new DomainError('view-not-found', 'There is no such view.')
