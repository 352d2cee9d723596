import { join } from 'node:path'
import { startAedes } from '@lading/services/aedes'
import { startInflux } from '@lading/services/influx'
import { startMosquitto } from '@lading/services/mosquitto'
import { startPostgres } from '@lading/services/postgres'
import { startRedis } from '@lading/services/redis'
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

export const startEmbeddedBroker = async (closers: Closers) => closers.add(await startAedes(), stop)
