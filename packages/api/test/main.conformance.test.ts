import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startAedes } from '@lading/services/aedes'
import { freePort } from '@lading/services/free-port'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { ensureFirstAdmin } from '@lading/store/postgres/user/ensure-first-admin'
import { hashPassword } from '@lading/store/postgres/user/password'
import { prepareQueue } from '@lading/store/queue/prepare'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openEventStream } from './support/event-stream.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const login = { email: 'first@lading.example', password: 'correct horse' }
const patient = { timeout: 30_000, interval: 200 }

describe('The api as a process', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>
  let postgres: Awaited<ReturnType<typeof startPostgres>>
  let broker: Awaited<ReturnType<typeof startAedes>>
  const running: ChildProcess[] = []

  const start = (env: Record<string, string>) => {
    const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    running.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    return { child, output: () => output, exitCode: async () => child.exitCode ?? (await once(child, 'exit'))[0] }
  }
  const statusOf = async (url: string) => (await fetch(url).catch(() => undefined))?.status

  beforeAll(async () => {
    directory = await temporaryDirectory()
    postgres = await startPostgres({ directory: directory.path })
    broker = await startAedes()
    await migrateDatabase(postgres.url)
    await prepareQueue(postgres.url)
    const database = openDatabase(postgres.url)
    const passwordHash = await hashPassword(login.password)
    const admin = { email: 'First@Lading.example', name: 'First', passwordHash }
    expect(await ensureFirstAdmin(database.db, admin)).toBe(true)
    expect(await ensureFirstAdmin(database.db, { ...admin, email: 'second@lading.example' })).toBe(false)
    await database.close()
  })
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL')
  })
  afterAll(async () => {
    await broker?.stop()
    await postgres?.stop()
    await directory?.remove()
  })

  it('Says everything that is wrong with its configuration and exits with 1, without repeating a secret.', async () => {
    const { exitCode, output } = start({ API_PORT: 'http', POSTGRES_URL: 'mysql://user:hunter2@host/db' })
    expect(await exitCode()).toBe(1)
    expect(output()).toContain('API_PORT')
    expect(output()).toContain('POSTGRES_URL')
    expect(output()).not.toContain('hunter2')
  })

  it('Becomes ready, lets people in, and on SIGTERM ends its streams and goes with 0.', async () => {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const { child, exitCode, output } = start({ POSTGRES_URL: postgres.url, MQTT_URL: broker.url, API_PORT: String(port) })
    await vi.waitFor(async () => expect(await statusOf(`${address}/health/ready`)).toBe(200), patient)
    const headers = { 'content-type': 'application/json' }
    const session = await fetch(`${address}/v1/session`, { method: 'POST', headers, body: JSON.stringify(login) })
    const cookie = session.headers.get('set-cookie')?.split(';')[0] as string
    const stream = await openEventStream(`${address}/v1/live`, cookie)
    await stream.next('snapshot')
    child.kill('SIGTERM')
    await stream.end()
    expect(await exitCode()).toBe(0)
    expect(output()).not.toMatch(/"level":[4-6]0/)
  })

  it('Starts while everything behind it is away, says what is missing, and still goes when it is told to.', async () => {
    const port = await freePort()
    const nowhere = await freePort()
    const { child, exitCode } = start({
      POSTGRES_URL: `postgres://lading@127.0.0.1:${nowhere}/lading`,
      MQTT_URL: `mqtt://127.0.0.1:${nowhere}`,
      API_PORT: String(port),
    })
    await vi.waitFor(async () => expect(await statusOf(`http://127.0.0.1:${port}/health/live`)).toBe(200), patient)
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({
      ready: false,
      services: { postgres: 'unavailable', telemetry: 'unavailable', queue: 'unavailable', broker: 'unavailable' },
    })
    child.kill('SIGTERM')
    expect(await exitCode()).toBe(0)
  })

  it('A port that is taken is one clear line and exit code 1.', async () => {
    const { port } = broker
    const { exitCode, output } = start({ POSTGRES_URL: postgres.url, MQTT_URL: broker.url, API_PORT: String(port) })
    expect(await exitCode()).toBe(1)
    expect(output()).toContain(`the api cannot listen on 127.0.0.1:${port}`)
  })
})
