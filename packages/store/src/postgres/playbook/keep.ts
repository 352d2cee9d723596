import type { NewPlaybook, Playbook } from '@lading/shared/contract/playbook'
import { asc, eq } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { playbook } from '../schema/playbook.ts'

export const listPlaybooks = async (db: Pick<Db, 'select'>): Promise<Playbook[]> => {
  const rows = await db.select().from(playbook).orderBy(asc(playbook.name))
  return rows.map(({ id, name, steps, version, updatedAt }) => ({ id, name, steps, version, updatedAt: updatedAt.toISOString() }))
}

export const addPlaybook = async (db: Db, { name, steps }: NewPlaybook, { userId, now }: Who): Promise<string> => {
  const [row] = await db
    .insert(playbook)
    .values({ name: name.trim(), steps, createdAt: now, updatedAt: now, updatedBy: userId })
    .onConflictDoNothing()
    .returning({ id: playbook.id })
  if (!row) throw nameTaken()
  return row.id
}

/** Replaces it, unless somebody else did since it was looked at; what has begun goes on as it began. */
export const changePlaybook = (db: Db, id: string, { name, steps, version }: NewPlaybook & { version: number }, { userId, now }: Who) =>
  db.transaction(async (tx) => {
    const [before] = await tx.select().from(playbook).where(eq(playbook.id, id)).for('update')
    if (!before) throw noPlaybook()
    if (before.version !== version) throw playbookChanged(before.version)
    const taken = await tx.select({ id: playbook.id }).from(playbook).where(eq(playbook.name, name.trim()))
    if (taken.some((other) => other.id !== id)) throw nameTaken()
    await tx
      .update(playbook)
      .set({ name: name.trim(), steps, version: version + 1, updatedAt: now, updatedBy: userId })
      .where(eq(playbook.id, id))
  })

export const removePlaybook = async (db: Db, id: string) => {
  const gone = await db.delete(playbook).where(eq(playbook.id, id)).returning({ id: playbook.id })
  if (gone.length === 0) throw noPlaybook()
}

export const noPlaybook = () => new DomainError('playbook-not-found', 'There is no such playbook.')
export const nameTaken = () =>
  new DomainError('playbook-name-taken', 'Another one has this name.', [{ path: '/name', message: 'is taken' }])
export const playbookChanged = (version: number) =>
  new DomainError('playbook-changed', 'Somebody changed it meanwhile. Look at it again.', [
    { path: '/version', message: `is ${version} now` },
  ])
