import type { CustomsOffice } from '@lading/shared/contract/customs'
import { issueAt } from '@lading/shared/issue/issue'
import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { customsOffice } from '../schema/customs.ts'
import { location } from '../schema/location.ts'

/** Says when the office of a place works, or says it anew. */
export const putOffice = async (db: Db, { code, hours, closedOnHolidays }: CustomsOffice) => {
  const [known] = await db.select({ code: location.code }).from(location).where(eq(location.code, code))
  if (!known) throw new DomainError('not-valid', 'The office is not valid.', [issueAt('/code', 'location-unknown', { value: code })])
  const set = { hours, closedOnHolidays }
  await db
    .insert(customsOffice)
    .values({ code, ...set })
    .onConflictDoUpdate({ target: customsOffice.code, set })
}
