import { createServer, type Socket } from 'node:net'
import { Aedes } from 'aedes'
import { guard } from './aedes-gate.ts'
import { holdAcknowledgements, type Room } from './aedes-hold.ts'
import type { Authority } from './authority.ts'
import { freePort } from './free-port.ts'
import { PortTaken } from './port-taken.ts'
import { openTlsListener } from './tls-listener.ts'
import type { TlsOptions } from './tls-options.ts'

type Options<Identity> = {
  host?: string
  port?: number
  /** Without one anybody may do anything. */
  authority?: Authority<Identity>
  /** The client id of a subscriber: messages are acknowledged when it has acknowledged them. */
  keeper?: string
  room?: Room
  /** A second listener, for devices elsewhere. */
  tls?: TlsOptions | undefined
}

/**
 * An MQTT 3.1.1 broker in this process, for the embedded run. Sessions live in memory: while it runs, messages of QoS 1
 * wait for a subscriber with a session; when it ends, they are gone with it. With a `keeper` none of them was acknowledged.
 */
export const startAedes = async <Identity = never>({ host = '127.0.0.1', port, authority, keeper, room, tls }: Options<Identity> = {}) => {
  const listenPort = port ?? (await freePort(host))
  const broker = await Aedes.createBroker()
  const gate = authority && guard(broker, authority)
  const hold = keeper === undefined ? undefined : holdAcknowledgements(broker, { keeper, ...(room && { room }) })
  const sockets = new Set<Socket>()
  const handle = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    broker.handle(socket)
  }
  const server = createServer(handle)
  const closeAll = async (listening: { close: () => Promise<void> } | undefined) => {
    const closed = Promise.all([new Promise<void>((resolve) => server.close(() => resolve())), listening?.close()])
    await new Promise<void>((resolve) => broker.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(listenPort, host, resolve)
  }).catch(async (error: NodeJS.ErrnoException) => {
    await new Promise<void>((resolve) => broker.close(resolve))
    if (error.code === 'EADDRINUSE') throw new PortTaken('the broker', listenPort, { cause: error })
    throw new Error(`the broker cannot listen on ${host}:${listenPort}: ${error.message}`, { cause: error })
  })
  const secure = tls && (await openTlsListener(tls, handle).catch((error: Error) => closeAll(undefined).then(() => Promise.reject(error))))
  return {
    url: `mqtt://${host}:${listenPort}`,
    port: listenPort,
    /** Messages that are neither acknowledged to who published them nor waiting in his connection. */
    held: () => hold?.held() ?? 0,
    /** Everybody who is connected, as the authority knows them. */
    identities: (): Identity[] => gate?.identities() ?? [],
    /** Disconnects those whom it fits; whether they may come back is for the authority to say. */
    expel: (fits: (identity: Identity) => boolean) => gate?.expel(fits),
    stop: () => closeAll(secure),
  }
}
