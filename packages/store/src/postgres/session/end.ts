import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { session } from '../schema/session.ts'
import { secretHash } from '../secret.ts'

export const endSession = (db: Db, token: string) => db.delete(session).where(eq(session.tokenHash, secretHash(token)))
