import type { NewSavedView } from '@lading/shared/contract/saved-view'
import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { savedView } from '../schema/saved-view.ts'

/** More than anybody finds again in a menu. */
export const viewsMax = 100

/** Keeps a view for its owner; answers its id. A name is the owner's once. */
export const addView = async (db: Db, ownerId: string, { name, query, shared = false }: NewSavedView) => {
  if ((await db.$count(savedView, eq(savedView.ownerId, ownerId))) >= viewsMax)
    throw new DomainError('too-many-views', `There are ${viewsMax} views already. Delete one first.`)
  const [added] = await db
    .insert(savedView)
    .values({ ownerId, name: name.trim(), query, shared })
    .onConflictDoNothing()
    .returning({ id: savedView.id })
  if (!added) throw nameTaken(name)
  return added.id
}

export const nameTaken = (name: string) =>
  new DomainError('view-name-taken', `There is a view ${name.trim()} already.`, [{ path: '/name', message: 'is taken' }])
