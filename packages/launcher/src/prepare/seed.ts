import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { openDatabase } from '@lading/store/postgres/open'
import { ensureFirstAdmin } from '@lading/store/postgres/user/ensure-first-admin'
import { hashPassword } from '@lading/store/postgres/user/password'
import { keep, readKept } from '../keep-file.ts'
import type { Login } from '../start/login.ts'

/**
 * The login of the demonstration's admin: made on the first start, kept in a file for its owner only, the same on every
 * start. Answers whether that login is good: not where the database has admins already that this data directory did not make.
 */
export const seedAdmin = async ({ url, file }: { url: string; file: string }): Promise<boolean> => {
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
    if (!added && !kept) await rm(file)
    return added || kept !== undefined
  } finally {
    await database.close()
  }
}
