import { randomBytes } from 'node:crypto'
import { openDatabase } from '@lading/store/postgres/open'
import { ensureFirstAdmin } from '@lading/store/postgres/user/ensure-first-admin'
import { hashPassword } from '@lading/store/postgres/user/password'
import { keep, readKept } from './keep-file.ts'

export type Login = { email: string; password: string }

/**
 * The login of the demonstration's admin: made on the first start, kept in a file for its owner only, the same on every
 * start. Undefined where the database already has admins and this data directory did not make them.
 */
export const seedAdmin = async ({ url, file }: { url: string; file: string }): Promise<Login | undefined> => {
  const kept = await readKept<Login>(file)
  const login = kept ?? { email: 'demo@lading.example', password: randomBytes(12).toString('base64url') }
  // Before the account exists, or a crash in between would leave an account whose password nobody knows.
  if (!kept) await keep(file, login)
  const database = openDatabase(url, { connections: 1 })
  try {
    const added = await ensureFirstAdmin(database.db, {
      email: login.email,
      name: 'Demo',
      passwordHash: await hashPassword(login.password),
    })
    return added || kept ? login : undefined
  } finally {
    await database.close()
  }
}
