import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { registerDevice } from '@lading/store/postgres/device/register'
import { revokeDevice } from '@lading/store/postgres/device/revoke'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectDirectory } from '../../src/project.ts'

describe('The file that Mosquitto reads at its start', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>
  let postgres: Awaited<ReturnType<typeof startPostgres>>
  beforeAll(async () => {
    directory = await temporaryDirectory()
    postgres = await startPostgres({ directory: join(directory.path, 'postgres') })
    await migrateDatabase(postgres.url)
  })
  afterAll(async () => {
    await postgres?.stop()
    await directory?.remove()
  })

  const write = (args: string[], env: Record<string, string>) =>
    promisify(execFile)(process.execPath, [join(projectDirectory, 'packages/launcher/src/broker-accounts/main.ts'), ...args], {
      env: { ...process.env, POSTGRES_URL: postgres.url, ...env },
    }).then(
      () => '',
      ({ stderr }: { stderr: string }) => stderr.trim(),
    )

  it('names the platform, its admin, and whoever is not revoked, holds no secret, and is readable for its owner only.', async () => {
    const database = openDatabase(postgres.url, { connections: 1 })
    const secret = await registerDevice(database.db, { id: 'van-1', reportIntervalS: 60 }, new Date())
    await registerDevice(database.db, { id: 'lost', reportIntervalS: 60 }, new Date())
    await revokeDevice(database.db, 'lost')
    await database.close()
    const file = join(directory.path, 'dynamic-security.json')
    expect(await write([file], { MQTT_PASSWORD: 'of the platform', MOSQUITTO_ADMIN_PASSWORD: 'of its admin' })).toBe('')
    const text = await readFile(file, 'utf8')
    const { clients } = JSON.parse(text) as { clients: { username: string }[] }
    expect(clients.map(({ username }) => username).toSorted()).toEqual(['lading', 'lading-admin', 'van-1'])
    for (const plain of [secret, 'of the platform', 'of its admin']) expect(text).not.toContain(plain)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('is not written without the passwords that it is to hold.', async () => {
    const file = join(directory.path, 'not-written.json')
    expect(await write([file], { MQTT_PASSWORD: 'of the platform', MOSQUITTO_ADMIN_PASSWORD: '' })).toBe(
      'set MQTT_PASSWORD and MOSQUITTO_ADMIN_PASSWORD',
    )
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })
})
