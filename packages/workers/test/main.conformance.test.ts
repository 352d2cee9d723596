import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startAedes } from '@lading/services/aedes'
import { freePort } from '@lading/services/free-port'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { liveTopics } from '@lading/shared/live/topics'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { openQueue } from '@lading/store/queue/open'
import { prepareQueue } from '@lading/store/queue/prepare'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { antwerp, at, felixstowe, leg } from './a-journey.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const soon = { timeout: 20_000, interval: 50 }

const run = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  return { child, output, exited: once(child, 'exit').then(([code]) => code as number | null) }
}

describe('the workers process', () => {
  const closers: (() => Promise<unknown>)[] = []
  let url: string
  let env: Record<string, string>
  let worker: ReturnType<typeof run>
  let health: string

  beforeAll(async () => {
    const directory = await temporaryDirectory()
    closers.push(directory.remove)
    const postgres = await startPostgres({ directory: directory.path })
    closers.push(postgres.stop)
    const broker = await startAedes({})
    closers.push(broker.stop)
    url = postgres.url
    await migrateDatabase(url)
    await prepareQueue(url)
    const port = await freePort()
    health = `http://127.0.0.1:${port}`
    env = { POSTGRES_URL: url, MQTT_URL: broker.url, HEALTH_PORT: String(port) }
    worker = run(env)
    closers.push(async () => kill(worker.child))
  })
  afterAll(async () => {
    for (const close of closers.reverse()) await close()
  })

  const kill = async (child: ChildProcess) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }

  test('It becomes ready, plans a new shipment, tells those who watch, and counts what it did.', async () => {
    await vi.waitFor(async () => expect((await fetch(`${health}/health/ready`)).status).toBe(200), soon)
    const watcher = await mqtt.connectAsync(env.MQTT_URL as string)
    closers.push(() => watcher.endAsync())
    await watcher.subscribeAsync(liveTopics.all)
    const heard: string[] = []
    watcher.on('message', (topic, payload) => heard.push(`${topic} ${payload}`))

    const database = openDatabase(url, { connections: 1 })
    closers.push(database.close)
    for (const place of [antwerp, felixstowe])
      await putLocation(database.db, { ...place, kind: 'port', name: place.code, country: 'BE', zone: 'Europe/Brussels' })
    const { plannedDeparture, plannedArrival } = leg(1, 'sea', antwerp, felixstowe, [2, 12])
    const shipmentId = await createShipment(
      database.db,
      {
        incoterm: 'FOB',
        incotermPlace: 'Antwerp',
        parties: [],
        items: [],
        legs: [
          {
            mode: 'sea',
            carrier: 'Example Lines',
            origin: antwerp.code,
            destination: felixstowe.code,
            plannedDeparture: plannedDeparture.toISOString(),
            plannedArrival: plannedArrival.toISOString(),
          },
        ],
      },
      at(0),
    )
    const queue = openQueue(url)
    closers.push(queue.close)
    await queue.request('plan', [{ data: { shipmentId }, deduplicationId: shipmentId }])
    await vi.waitFor(
      () => expect(heard.some((each) => each.startsWith(liveTopics.shipments) && each.includes(shipmentId))).toBe(true),
      soon,
    )
    await vi.waitFor(async () => {
      const metrics = await (await fetch(`${health}/metrics`)).text()
      expect(metrics).toMatch(/lading_job_seconds_count\{job="plan",outcome="done"\} [1-9]/)
      expect(metrics).toMatch(/lading_retention_total\{what="readings"\} 0/)
      expect(metrics).toMatch(/lading_queue_jobs\{state="waiting"\} \d/)
    }, soon)
  })

  test('On SIGTERM it closes and exits with 0; every line it logged is JSON and none is an error.', async () => {
    worker.child.kill('SIGTERM')
    expect(await worker.exited).toBe(0)
    const lines = worker.output.stdout.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(expect.arrayContaining(['Started', 'Closing', 'Closed']))
    expect(lines.filter((line) => JSON.parse(line).level > 30)).toEqual([])
    expect(worker.output.stderr).toBe('')
  })

  test('A configuration that cannot be used is said in one message, and it exits with 1.', async () => {
    const { output, exited } = run({ WORKER_CONCURRENCY: 'many', READING_DAYS: '90', HOURLY_DAYS: '30' })
    expect(await exited).toBe(1)
    expect(output.stderr).toContain('POSTGRES_URL is not set')
    expect(output.stderr).toContain('WORKER_CONCURRENCY: a whole number from 1 to 500 is expected, not "many"')
    expect(output.stderr).toContain('HOURLY_DAYS: 30 days are less than the 90 of READING_DAYS')
    expect(output.stdout).toBe('')
  })

  test('Without its database it exits with 1 and says why.', async () => {
    const { output, exited } = run({ POSTGRES_URL: `postgres://127.0.0.1:${await freePort()}/lading` })
    expect(await exited).toBe(1)
    expect(output.stdout).toContain('The workers cannot start')
    expect(output.stdout).toContain('ECONNREFUSED')
  })
})
