import { createHash } from 'node:crypto'
import type { Merchant, NewMerchant } from '@lading/shared/contract/merchant'
import { and, asc, eq, ne } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { merchant, merchantLogo } from '../schema/merchant.ts'

const shown = {
  ...{ code: merchant.code, name: merchant.name, accentLight: merchant.accentLight, accentDark: merchant.accentDark },
  ...{ supportUrl: merchant.supportUrl, privacyUrl: merchant.privacyUrl, embedOrigins: merchant.embedOrigins },
  ...{ isDefault: merchant.isDefault, hash: merchantLogo.hash, width: merchantLogo.width, height: merchantLogo.height },
}

export const listMerchants = async (db: Db): Promise<Merchant[]> =>
  (await selectMerchants(db).orderBy(asc(merchant.name), asc(merchant.code))).map(toMerchant)

export const getMerchant = async (db: Db | Transaction, code: string): Promise<Merchant | undefined> => {
  const [found] = await selectMerchants(db).where(eq(merchant.code, code))
  return found && toMerchant(found)
}

const selectMerchants = (db: Db | Transaction) =>
  db.select(shown).from(merchant).leftJoin(merchantLogo, eq(merchantLogo.merchantCode, merchant.code))

type Row = Awaited<ReturnType<typeof selectMerchants>>[number]

const toMerchant = ({ accentLight, accentDark, hash, width, height, ...row }: Row): Merchant => ({
  ...row,
  accent: accentLight && accentDark ? { light: accentLight, dark: accentDark } : null,
  logo: hash && width && height ? { url: `/brands/${row.code}/${hash}`, width, height } : null,
})

/** Adds it, or says anew what it is. Of all merchants at most one is the default. */
export const putMerchant = (db: Db, code: string, wanted: NewMerchant, now: Date) =>
  db.transaction(async (tx) => {
    const row = {
      name: wanted.name.trim(),
      accentLight: wanted.accent?.light.toLowerCase() ?? null,
      accentDark: wanted.accent?.dark.toLowerCase() ?? null,
      supportUrl: wanted.supportUrl ?? null,
      privacyUrl: wanted.privacyUrl ?? null,
      embedOrigins: wanted.embedOrigins ?? [],
      isDefault: wanted.isDefault ?? false,
      updatedAt: now,
    }
    if (row.isDefault)
      await tx
        .update(merchant)
        .set({ isDefault: false, updatedAt: now })
        .where(and(eq(merchant.isDefault, true), ne(merchant.code, code)))
    await tx
      .insert(merchant)
      .values({ code, ...row })
      .onConflictDoUpdate({ target: merchant.code, set: row })
  })

/** Its shipments stay, and look like those of nobody in particular. */
export const removeMerchant = async (db: Db, code: string) => {
  const { count } = await db.delete(merchant).where(eq(merchant.code, code))
  if (count === 0) throw notFound()
}

type Logo = { type: string; width: number; height: number; bytes: Buffer }

export const putLogo = (db: Db, code: string, logo: Logo | null, now: Date) =>
  db.transaction(async (tx) => {
    // What is shown of a merchant has changed, also where only the logo did.
    const found = await tx.update(merchant).set({ updatedAt: now }).where(eq(merchant.code, code)).returning({ code: merchant.code })
    if (found.length === 0) throw notFound()
    await tx.delete(merchantLogo).where(eq(merchantLogo.merchantCode, code))
    if (logo)
      await tx
        .insert(merchantLogo)
        .values({ merchantCode: code, ...logo, hash: createHash('sha256').update(logo.bytes).digest('hex').slice(0, 32) })
  })

export const getLogo = async (db: Db, code: string, hash: string): Promise<{ type: string; bytes: Buffer } | undefined> => {
  const [found] = await db
    .select({ type: merchantLogo.type, bytes: merchantLogo.bytes })
    .from(merchantLogo)
    .where(and(eq(merchantLogo.merchantCode, code), eq(merchantLogo.hash, hash)))
  return found
}

const notFound = () => new DomainError('merchant-not-found', 'There is no such merchant.')
