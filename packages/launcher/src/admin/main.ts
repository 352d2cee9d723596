import { randomBytes } from 'node:crypto'
import { readConfig } from '@lading/shared/config/read-config'
import { openDatabase } from '@lading/store/postgres/open'
import { addUser } from '@lading/store/postgres/user/add'
import { hashPassword } from '@lading/store/postgres/user/password'

/** Adds an admin and shows the password, once: `node packages/launcher/src/admin/main.ts EMAIL [NAME]`. */
const addAdmin = async (email: string, name: string) => {
  const database = openDatabase(readConfig(['POSTGRES_URL'], process.env).POSTGRES_URL, { connections: 1 })
  try {
    const password = randomBytes(15).toString('base64url')
    const added = await addUser(database.db, { email, name, role: 'admin', passwordHash: await hashPassword(password) })
    if (!added) throw new Error(`somebody has the e-mail address ${email} already`)
    console.log(`${email} may sign in with the password ${password}`)
  } finally {
    await database.close()
  }
}

const [email, name] = process.argv.slice(2)
try {
  if (!email?.includes('@')) throw new Error('say whose e-mail address: node packages/launcher/src/admin/main.ts EMAIL [NAME]')
  await addAdmin(email, name ?? 'Admin')
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
