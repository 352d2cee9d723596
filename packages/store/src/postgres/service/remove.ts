import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { service } from '../schema/service.ts'

export const removeService = async (db: Db, code: string) => {
  const removed = await db.delete(service).where(eq(service.code, code)).returning({ code: service.code })
  if (removed.length === 0) throw new DomainError('service-not-found', 'There is no such service.')
}
