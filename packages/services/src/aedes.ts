import { createServer, type Socket } from 'node:net'
import { Aedes } from 'aedes'
import { guard } from './aedes-gate.ts'
import type { Authority } from './authority.ts'
import { freePort } from './free-port.ts'
import { PortTaken } from './port-taken.ts'

type Options<Identity> = { host?: string; port?: number; authority?: Authority<Identity> }

/**
 * An MQTT 3.1.1 broker in this process, for the embedded run. Sessions live in memory: while it runs, messages of QoS 1
 * wait for a subscriber with a session; when it ends, they are lost with it. Without an authority anybody may do anything.
 */
export const startAedes = async <Identity = never>({ host = '127.0.0.1', port, authority }: Options<Identity> = {}) => {
  const listenPort = port ?? (await freePort(host))
  const broker = await Aedes.createBroker()
  const gate = authority && guard(broker, authority)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    broker.handle(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(listenPort, host, resolve)
  }).catch(async (error: NodeJS.ErrnoException) => {
    await new Promise<void>((resolve) => broker.close(resolve))
    if (error.code === 'EADDRINUSE') throw new PortTaken('the broker', listenPort, { cause: error })
    throw new Error(`the broker cannot listen on ${host}:${listenPort}: ${error.message}`, { cause: error })
  })
  return {
    url: `mqtt://${host}:${listenPort}`,
    port: listenPort,
    /** Everybody who is connected, as the authority knows them. */
    identities: (): Identity[] => gate?.identities() ?? [],
    /** Disconnects those whom it fits; whether they may come back is for the authority to say. */
    expel: (fits: (identity: Identity) => boolean) => gate?.expel(fits),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await new Promise<void>((resolve) => broker.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
