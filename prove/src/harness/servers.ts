import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '@lading/services/free-port'
import { startInflux } from '@lading/services/influx'
import { answersMqtt, startMosquitto } from '@lading/services/mosquitto'
import { nodeArguments } from '@lading/services/node-arguments'
import { startPostgres } from '@lading/services/postgres'
import { startRedis } from '@lading/services/redis'
import { runServer } from '@lading/services/run-server'
import type { Closers } from './closers.ts'
import { restartable } from './restartable.ts'

const options = (directory: string, port: number | undefined) => ({ directory, ...(port !== undefined && { port }) })

const stop = (server: { stop: () => Promise<void> }) => server.stop()

export const startPostgresIn = async (directory: string, closers: Closers) =>
  closers.add(await restartable((port) => startPostgres(options(join(directory, 'postgres'), port))), stop)

/** What a deployment beyond one machine runs on. */
export const startRealServers = async (directory: string, closers: Closers) => {
  const mosquitto = closers.add(await restartable((port) => startMosquitto(options(join(directory, 'mosquitto'), port))), stop)
  const influx = closers.add(await restartable((port) => startInflux(options(join(directory, 'influx'), port))), stop)
  const redis = closers.add(await restartable((port) => startRedis(options(join(directory, 'redis'), port))), stop)
  return { mosquitto, influx, redis }
}

export type RealServers = Awaited<ReturnType<typeof startRealServers>>

const embeddedBroker = fileURLToPath(new URL('./broker/main.ts', import.meta.url))

export const startEmbeddedBroker = async (directory: string, closers: Closers) =>
  closers.add(
    await restartable(async (known) => {
      const port = known ?? (await freePort())
      const server = await runServer({
        name: 'broker',
        program: process.execPath,
        args: [...nodeArguments, embeddedBroker, String(port)],
        port,
        directory: join(directory, 'broker'),
        answers: () => answersMqtt(port),
      })
      return { url: `mqtt://127.0.0.1:${port}`, port, ...server }
    }),
    stop,
  )
