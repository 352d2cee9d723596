import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { registerDevice } from '@lading/store/postgres/device/register'
import { carryDevices } from '@lading/store/postgres/gateway/carry'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { prepareQueue } from '@lading/store/queue/prepare'
import { prepareInflux } from '@lading/store/telemetry/influx/prepare'
import { createClosers } from './closers.ts'
import { createMessages, fleet } from './fleet.ts'
import { startHttpProxy } from './http-proxy.ts'
import { createLedger, isKept } from './ledger.ts'
import { startLoad } from './load.ts'
import type { Message } from './message.ts'
import type { Noted } from './noted.ts'
import { type PlatformProcess, type ProcessName, startProcess } from './platform-process.ts'
import { startPostLoad } from './post-load.ts'
import { createReadBack } from './read-back.ts'
import { createRecovery } from './recovery.ts'
import { registerDevices } from './register-devices.ts'
import { startEmbeddedBroker, startPostgresIn, startRealServers } from './servers.ts'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts'
import { watchLatency } from './watch-latency.ts'

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
      workersToPostgres: await proxyTo(postgres.port),
      apiToBroker: await proxyTo(broker.port),
      apiToPostgres: await proxyTo(postgres.port),
    }
    const influxAnswers = real && closers.add(await startHttpProxy(real.influx.port), (proxy) => proxy.stop())
    const ingestToInflux = influxAnswers && (await proxyTo(influxAnswers.port))
    const ingestToQueue = real && (await proxyTo(real.redis.port))
    const workersToQueue = real && (await proxyTo(real.redis.port))

    const through = (url: string, port: number) => Object.assign(new URL(url), { port: String(port) }).href
    const env = (toBroker: TcpProxy, toPostgres: TcpProxy, toQueue?: TcpProxy): Record<string, string> => ({
      MQTT_URL: `mqtt://127.0.0.1:${toBroker.port}`,
      POSTGRES_URL: through(postgres.url, toPostgres.port),
      ...(ingestToInflux && { INFLUX_URL: `http://127.0.0.1:${ingestToInflux.port}`, INFLUX_DATABASE: influxDatabase }),
      ...(toQueue && { QUEUE_URL: `redis://127.0.0.1:${toQueue.port}` }),
    })
    const envs = {
      ingest: env(links.ingestToBroker, links.ingestToPostgres, ingestToQueue),
      workers: env(links.ingestToBroker, links.workersToPostgres, workersToQueue),
      api: env(links.apiToBroker, links.apiToPostgres, ingestToQueue),
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
    const processes: PlatformProcess[] = []
    let noted: Partial<Noted> = {}
    const start = async (name: ProcessName, more: Record<string, string> = {}): Promise<PlatformProcess> => {
      const started = closers.add(await startProcess({ name, env: { ...envs[name], ...more }, logFile }), (process) => process.kill())
      processes.push(started)
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
      /** The api, and a gateway that may send the readings of the whole fleet to it. */
      startApi: async () => {
        const { address } = await start('api')
        const id = 'proof-gateway'
        const secret = await registerDevice(database.db, { id, reportIntervalS: 60 }, new Date())
        await carryDevices(database.db, id, fleet)
        return {
          /** The gateway sends so many readings of the fleet by HTTPS. */
          post: (count: number, perSecond: number) => {
            const url = `${address}/v1/readings`
            return closers.add(startPostLoad({ url, gateway: { id, secret }, ledger, messages: some(count), perSecond }), (load) =>
              load.stop(),
            )
          },
        }
      },
      /** The next messages of the fleet; some may say more than others. */
      messages: some,
      /** Devices that publish: so many messages of the fleet, or the given ones. */
      publish: ({ messages: wanted, window = embedded ? 200 : 1_000, ...pace }: LoadOptions) => {
        const url = `mqtt://127.0.0.1:${links.devicesToBroker.port}`
        const messages = typeof wanted === 'number' ? some(wanted) : wanted
        return closers.add(startLoad({ url, ledger, messages, window, ...pace }), (load) => load.stop())
      },
      /** Listens to how long readings take, on the way that no fault is on. */
      watchLatency: async () => closers.add(await watchLatency(broker.url), (watch) => watch.stop()),
      /** Says that the fault is over: from here to when everything acknowledged until now is kept is the time of recovery. */
      mended: recovery.begin,
      /** Resolves when everything acknowledged until now is kept, or is lost. */
      untilKept: recovery.untilKept,
      /** Undoes what a scenario did to the machine, before the servers stop. */
      afterwards: (undo: () => Promise<unknown>) => {
        closers.add(undo, () => undo())
      },
      settle: recovery.finish,
      /** How many of the messages are neither stored nor kept as dead letters now. */
      countUnkept: async (messages: Message[]) => {
        const kept = await readBack()
        return messages.filter((message) => !isKept(kept, message)).length
      },
      note: (figures: Partial<Noted>) => {
        noted = figures
      },
      noted: () => noted,
      /** The most memory that a process of ingest has had at once. */
      peakRssMb: () => {
        const peaks = processes.flatMap((process) => (process.name === 'ingest' ? (process.peakMb() ?? []) : []))
        return peaks.length === 0 ? undefined : Math.max(...peaks)
      },
      stop: closers.close,
    }
    const realParts =
      real && influxAnswers && ingestToInflux && ingestToQueue && workersToQueue
        ? { ...real, ...directTo(real.influx.url), influxAnswers, realLinks: { ...links, ingestToInflux, ingestToQueue, workersToQueue } }
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
