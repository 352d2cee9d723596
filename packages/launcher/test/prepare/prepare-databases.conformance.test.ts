import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { openDatabase } from '@lading/store/postgres/open'
import { findByEmail } from '@lading/store/postgres/user/find-by-email'
import { verifyPassword } from '@lading/store/postgres/user/password'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDatabases } from '../../src/start/prepare-databases.ts'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let server: Awaited<ReturnType<typeof startPostgres>>
beforeAll(async () => {
  directory = await temporaryDirectory()
  server = await startPostgres({ directory: join(directory.path, 'postgres') })
})
afterAll(async () => {
  await server?.stop()
  await directory?.remove()
})

const prepare = (file: string, url = server.url) =>
  prepareDatabases({
    env: { ...process.env, POSTGRES_URL: url, INFLUX_URL: '', QUEUE_URL: '' },
    loginFile: join(directory.path, file),
    signal: new AbortController().signal,
  })

describe('Preparing the databases', () => {
  it('makes a login that works, readable for its owner only, and the same at the next start.', async () => {
    const login = await prepare('login.json')
    if (!login) throw new Error('no login was made')
    const { mode } = await stat(join(directory.path, 'login.json'))
    expect(mode & 0o777).toBe(0o600)

    const database = openDatabase(server.url, { connections: 1 })
    const user = await findByEmail(database.db, login.email)
    await database.close()
    expect(user?.role).toBe('admin')
    expect(await verifyPassword(user?.passwordHash, login.password)).toBe(true)

    expect(await prepare('login.json')).toEqual(login)
  })

  it('makes no login where the database has admins of its own, and keeps no file that would claim so.', async () => {
    expect(await prepare('other.json')).toBeUndefined()
    await expect(stat(join(directory.path, 'other.json'))).rejects.toThrow(/ENOENT/)
  })

  it('says what the database says when it refuses.', async () => {
    const wrong = new URL(server.url)
    wrong.password = 'wrong'
    await expect(prepare('refused.json', wrong.href)).rejects.toThrow(
      /^the databases could not be prepared: password authentication failed/,
    )
  })
})
