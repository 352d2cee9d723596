import { isUtf8 } from 'node:buffer'
import type { DeadLetterWithPayload } from '@lading/shared/contract/dead-letter'
import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { deadLetter } from '../schema/dead-letter.ts'
import { letterColumns, toLetter } from './list.ts'

/** One dead letter with what was sent, as bytes and, where it is text, as text. */
export const getDeadLetter = async (db: Db, id: string): Promise<DeadLetterWithPayload | undefined> => {
  const [row] = await db.select({ letter: letterColumns, payload: deadLetter.payload }).from(deadLetter).where(eq(deadLetter.id, id))
  if (!row) return undefined
  const { letter, payload } = row
  return { ...toLetter(letter), payload: { base64: payload.toString('base64'), text: isUtf8(payload) ? payload.toString() : null } }
}
