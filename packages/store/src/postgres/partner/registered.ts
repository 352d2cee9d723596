import { asc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { partner } from '../schema/partner-register.ts'
import { noPartner } from './known.ts'

const told = { code: partner.code, name: partner.name, aliases: partner.aliases, roles: partner.roles }

/** Who is in the register, as far as records are told theirs by it. */
export const registered = (db: Db) => db.select(told).from(partner).orderBy(asc(partner.code))

export const registeredAs = async (db: Db, code: string) => {
  const [found] = await db.select(told).from(partner).where(eq(partner.code, code))
  if (!found) throw noPartner()
  return found
}
