import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { prepareQueue } from '@lading/store/queue/prepare'
import { prepareInflux } from '@lading/store/telemetry/influx/prepare'
import { createClosers } from './closers.ts'
import { createMessages, fleet } from './fleet.ts'
import { startHttpProxy } from './http-proxy.ts'
import { createLedger } from './ledger.ts'
import { startLoad } from './load.ts'
import type { Message } from './message.ts'
import { type PlatformProcess, startProcess } from './platform-process.ts'
import { createReadBack } from './read-back.ts'
import { createRecovery } from './recovery.ts'
import { registerDevices } from './register-devices.ts'
import { startEmbeddedBroker, startPostgresIn, startRealServers } from './servers.ts'
import { startTcpProxy } from './tcp-proxy.ts'

const influxDatabase = 'lading'

export type WorldOptions = { embedded: boolean; quick: boolean }

// mqtt.js repeats one message after the other, and the embedded broker answers each when it is stored.
type LoadOptions = { messages: number | Iterable<Message>; perSecond: number; window?: number; deadlineMs?: number }

/**
 * Servers of its own for one scenario, with a proxy between each two programs that talk to each other. Nothing here leads
 * past a proxy but the final comparison.
 */
export const startWorld = async ({ embedded, quick }: WorldOptions) => {
  const closers = createClosers()
  try {
    const directory = closers.add(await temporaryDirectory(), ({ remove }) => remove())
    const postgres = await startPostgresIn(directory.path, closers)
    const real = embedded ? undefined : await startRealServers(directory.path, closers)
    const broker = real?.mosquitto ?? (await startEmbeddedBroker(directory.path, closers))
    await migrateDatabase(postgres.url)
    if (real) await prepareInflux({ url: real.influx.url, database: influxDatabase })
    else await prepareQueue(postgres.url)

    const proxyTo = async (port: number) => closers.add(await startTcpProxy(port), (proxy) => proxy.stop())
    const links = {
      devicesToBroker: await proxyTo(broker.port),
      ingestToBroker: await proxyTo(broker.port),
      ingestToPostgres: await proxyTo(postgres.port),
    }
    const influxAnswers = real && closers.add(await startHttpProxy(real.influx.port), (proxy) => proxy.stop())
    const ingestToInflux = influxAnswers && (await proxyTo(influxAnswers.port))
    const ingestToQueue = real && (await proxyTo(real.redis.port))

    const through = (url: string, port: number) => Object.assign(new URL(url), { port: String(port) }).href
    const env: Record<string, string> = {
      MQTT_URL: `mqtt://127.0.0.1:${links.ingestToBroker.port}`,
      POSTGRES_URL: through(postgres.url, links.ingestToPostgres.port),
      ...(ingestToInflux && { INFLUX_URL: `http://127.0.0.1:${ingestToInflux.port}`, INFLUX_DATABASE: influxDatabase }),
      ...(ingestToQueue && { QUEUE_URL: `redis://127.0.0.1:${ingestToQueue.port}` }),
    }

    const database = closers.add(openDatabase(postgres.url, { connections: 3 }), ({ close }) => close())
    await registerDevices(database.sql, fleet)
    const ledger = createLedger()
    const readBack = createReadBack({ sql: database.sql, influx: real && { url: real.influx.url, database: influxDatabase } })
    const recovery = createRecovery({ ledger, readBack })
    const messageOf = createMessages(Math.floor(Date.now() / 1_000) * 1_000 - 3_600_000)
    let nextNumber = 0
    const some = function* (count: number, more?: (number: number) => Record<string, unknown>) {
      for (let done = 0; done < count; done += 1, nextNumber += 1) yield messageOf(nextNumber, more?.(nextNumber))
    }
    const logs = join(directory.path, 'logs')
    await mkdir(logs)

    const logFile = join(logs, 'processes.log')
    const start = async (name: 'ingest' | 'workers', more: Record<string, string> = {}): Promise<PlatformProcess> => {
      const started = closers.add(await startProcess({ name, env: { ...env, ...more }, logFile }), (process) => process.kill())
      await started.ready()
      return started
    }

    const world = {
      quick,
      directory: directory.path,
      database,
      postgres,
      broker,
      links,
      logFile,
      register: (ids: string[]) => registerDevices(database.sql, ids),
      /** Ingest, ready, under the same name at the broker unless told otherwise. */
      startIngest: (more: Record<string, string> = {}) => start('ingest', more),
      startWorkers: () => start('workers'),
      /** The next messages of the fleet; some may say more than others. */
      messages: some,
      /** Devices that publish: so many messages of the fleet, or the given ones. */
      publish: ({ messages: wanted, window = embedded ? 200 : 1_000, ...pace }: LoadOptions) => {
        const url = `mqtt://127.0.0.1:${links.devicesToBroker.port}`
        const messages = typeof wanted === 'number' ? some(wanted) : wanted
        return closers.add(startLoad({ url, ledger, messages, window, ...pace }), (load) => load.stop())
      },
      /** Says that the fault is over: from here to when everything acknowledged until now is kept is the time of recovery. */
      mended: recovery.begin,
      /** Resolves when everything acknowledged until now is kept, or is lost. */
      untilKept: recovery.untilKept,
      /** Undoes what a scenario did to the machine, before the servers stop. */
      afterwards: (undo: () => Promise<unknown>) => {
        closers.add(undo, () => undo())
      },
      settle: recovery.finish,
      stop: closers.close,
    }
    const realParts =
      real && influxAnswers && ingestToInflux && ingestToQueue
        ? { ...real, ...directTo(real.influx.url), influxAnswers, realLinks: { ...links, ingestToInflux, ingestToQueue } }
        : undefined
    return { ...world, real: realParts }
  } catch (error) {
    await closers.close()
    throw error
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>
export type RealWorld = World & { real: NonNullable<World['real']> }

/** InfluxDB past the proxies, for what a scenario does to it. */
const directTo = (url: string) => {
  const post = async (path: string, body: string) => {
    const answer = await fetch(`${url}${path}`, { method: 'POST', body })
    if (!answer.ok) throw new Error(`InfluxDB answers ${answer.status}: ${await answer.text()}`)
  }
  return {
    askInflux: (statement: string) => post(`/query?q=${encodeURIComponent(statement)}`, ''),
    /** Line protocol, times in milliseconds. */
    writeInflux: (lines: string) => post(`/write?db=${influxDatabase}&precision=ms`, lines),
  }
}
