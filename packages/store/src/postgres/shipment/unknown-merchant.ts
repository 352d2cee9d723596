import type { Issue } from '@lading/shared/issue/issue'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { merchant } from '../schema/merchant.ts'

/** What is wrong with naming a merchant; nothing where it is known, or none is named. */
export const unknownMerchant = async (tx: Transaction, code: string | null | undefined): Promise<Issue[]> => {
  if (!code) return []
  const known = await tx.select({ code: merchant.code }).from(merchant).where(eq(merchant.code, code))
  return known.length > 0 ? [] : [{ path: '/merchant', message: `there is no merchant ${code}` }]
}
