import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { connect, connectAsync } from 'mqtt'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAedes } from '../src/aedes.ts'
import { findProgram } from '../src/find-program.ts'
import { freePort } from '../src/free-port.ts'
import { startInflux } from '../src/influx.ts'
import { startMosquitto } from '../src/mosquitto.ts'
import { startPostgres } from '../src/postgres.ts'
import { isAlive } from '../src/process-of.ts'
import { startRedis } from '../src/redis.ts'
import { temporaryDirectory } from '../src/temporary-directory.ts'

let temporary: Awaited<ReturnType<typeof temporaryDirectory>>
beforeAll(async () => {
  temporary = await temporaryDirectory()
})
afterAll(() => temporary.remove())

const inDirectory = (name: string) => join(temporary.path, name)

describe('PostgreSQL', () => {
  const insert = async (url: string) => {
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    await sql`create table if not exists kept (what text)`
    await sql`insert into kept values ('a reading')`
    const rows = await sql`select what from kept`
    await sql.end()
    return rows.length
  }

  it('starts, keeps its data and its password, and starts again on the same directory and port.', async () => {
    const first = await startPostgres({ directory: inDirectory('postgres') })
    expect(await insert(first.url)).toBe(1)
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)

    const second = await startPostgres({ directory: inDirectory('postgres'), port: first.port })
    expect(second.url).toBe(first.url)
    expect(await insert(second.url)).toBe(2)
    await second.stop()
  })

  it('refuses a wrong password.', async () => {
    const server = await startPostgres({ directory: inDirectory('postgres') })
    const url = new URL(server.url)
    url.password = 'lading'
    const sql = postgres(url.href, { max: 1 })
    await expect(sql`select 1`).rejects.toThrow(/password authentication failed/)
    await sql.end()
    await server.stop()
  })

  it('has what was committed after a crash.', async () => {
    const crashed = await startPostgres({ directory: inDirectory('crash') })
    await insert(crashed.url)
    await crashed.kill()
    const next = await startPostgres({ directory: inDirectory('crash') })
    expect(await insert(next.url)).toBe(2)
    await next.stop()
  })

  it('is stopped first when a supervisor that was killed has left it running, even without a note of its process.', async () => {
    const orphan = await startPostgres({ directory: inDirectory('orphan') })
    await rm(join(inDirectory('orphan'), 'postgres.process.json'))
    const next = await startPostgres({ directory: inDirectory('orphan') })
    expect(await orphan.exited).toMatch(/ended/)
    expect(await insert(next.url)).toBe(1)
    await next.stop()
  })

  it('says in one line that its port is taken.', async () => {
    const taken = await startAedes()
    const failure = await startPostgres({ directory: inDirectory('taken'), port: taken.port }).catch((error: Error) => error)
    expect(failure).toBeInstanceOf(Error)
    expect((failure as Error).message).toBe(`postgres cannot start: port ${taken.port} is taken`)
    await taken.stop()
  })
})

describe.skipIf(!findProgram('mosquitto'))('Mosquitto', () => {
  it('keeps the messages of an absent subscriber over a restart, more than its defaults would.', async () => {
    const first = await startMosquitto({ directory: inDirectory('mosquitto') })
    const session = { clientId: 'subscriber', clean: false, protocolVersion: 4 as const }
    const subscriber = await connectAsync(first.url, session)
    await subscriber.subscribeAsync('goods/#', { qos: 1 })
    await subscriber.endAsync()
    const publisher = await connectAsync(first.url)
    await Promise.all(Array.from({ length: 3000 }, (_, index) => publisher.publishAsync('goods/1', String(index), { qos: 1 })))
    await publisher.endAsync()
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)

    const second = await startMosquitto({ directory: inDirectory('mosquitto'), port: first.port })
    const payloads = new Set<string>()
    const again = connect(second.url, session)
    await new Promise<void>((resolve) => {
      again.on('message', (_topic, payload) => {
        if (payloads.add(String(payload)).size === 3000) resolve()
      })
    })
    await again.endAsync()
    await second.stop()
  })
})

describe.skipIf(!findProgram('redis-server'))('Redis', () => {
  it('never evicts, and keeps what it was told over a restart.', async () => {
    const first = await startRedis({ directory: inDirectory('redis') })
    const client = new Redis(first.url)
    await client.set('job', 'track')
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction'])
    client.disconnect()
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)

    const second = await startRedis({ directory: inDirectory('redis'), port: first.port })
    const again = new Redis(second.url)
    expect(await again.get('job')).toBe('track')
    again.disconnect()
    await second.stop()
  })
})

describe.skipIf(!findProgram('influxd'))('InfluxDB', () => {
  const count = async (url: string) => {
    const answer = await fetch(`${url}/query?db=lading&q=${encodeURIComponent('select count(lat) from reading')}`)
    const { results } = (await answer.json()) as { results: { series?: { values: number[][] }[] }[] }
    return results[0]?.series?.[0]?.values[0]?.[1]
  }

  it('keeps what was written over a crash and a restart.', async () => {
    const first = await startInflux({ directory: inDirectory('influx') })
    await fetch(`${first.url}/query`, { method: 'POST', body: new URLSearchParams({ q: 'create database lading' }) })
    const written = await fetch(`${first.url}/write?db=lading&precision=ms`, {
      method: 'POST',
      body: 'reading,device=a lat=1.5 1700000000000',
    })
    expect(written.status).toBe(204)
    await first.kill()

    const second = await startInflux({ directory: inDirectory('influx'), port: first.port })
    expect(await count(second.url)).toBe(1)
    await second.stop()
    expect(isAlive(second.pid)).toBe(false)
  })
})

describe('aedes', () => {
  it('carries messages and leaves nothing listening when stopped.', async () => {
    const port = await freePort()
    for (const _ of ['first', 'second']) {
      const broker = await startAedes({ port })
      const client = await connectAsync(broker.url)
      await client.subscribeAsync('goods/#', { qos: 1 })
      const received = new Promise<string>((resolve) => client.on('message', (_topic, payload) => resolve(String(payload))))
      await client.publishAsync('goods/1', 'here', { qos: 1 })
      expect(await received).toBe('here')
      await client.endAsync()
      await broker.stop()
    }
  })

  it('says that its port is taken.', async () => {
    const broker = await startAedes()
    await expect(startAedes({ port: broker.port })).rejects.toThrow(`the broker cannot start: port ${broker.port} is taken`)
    await broker.stop()
  })
})
