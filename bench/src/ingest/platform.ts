import { freePort } from '@lading/services/free-port'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { openDatabase } from '@lading/store/postgres/open'
import { device } from '@lading/store/postgres/schema/index'
import { startApi } from '../platform/api-process.ts'
import { createClosers } from '../platform/closers.ts'
import { startIngest } from '../platform/ingest-process.ts'
import { startEmbeddedServers, startRealServers } from '../platform/servers.ts'
import { deviceCount, deviceName } from './fleet.ts'
import type { Mode } from './mode.ts'
import type { Target } from './publishers.ts'

/** Servers in a temporary directory, a registered fleet, ingest as a process of its own, and the api where readings come by HTTP. */
export const startPlatform = async (mode: Mode) => {
  const closers = createClosers()
  // Servers outlive a process that just ends.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => closers.stop().finally(() => process.exit(130)))
  try {
    const { path, remove } = await temporaryDirectory()
    closers.add({ stop: remove })
    const servers = await (mode === 'embedded' ? startEmbeddedServers : startRealServers)(path, closers)
    const { env, postgresUrl, mqttUrl, login } = servers
    await registerFleet(postgresUrl)
    const ingest = closers.add(await startIngest({ healthPort: await freePort(), env }))
    const api = mode === 'http' ? closers.add(await startApi({ env, postgresUrl })) : undefined
    const target: Target = api
      ? { protocol: 'http', url: api.url, cookie: api.cookie, topicPrefix: '' }
      : { protocol: 'mqtt', url: mqttUrl, topicPrefix: 'lading/v1/', login }
    return { ...servers, ingest, target, stop: closers.stop }
  } catch (error) {
    await closers.stop()
    throw error
  }
}

export type Platform = Awaited<ReturnType<typeof startPlatform>>

const registerFleet = async (postgresUrl: string) => {
  const database = openDatabase(postgresUrl)
  const fleet = Array.from({ length: deviceCount }, (_, number) => ({
    id: deviceName(number),
    secretHash: '',
    reportIntervalS: 60,
    registeredAt: new Date(),
  }))
  await database.db.insert(device).values(fleet)
  await database.close()
}
