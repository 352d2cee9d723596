import { join } from 'node:path'
import { onNextPort } from './next-port.ts'
import { reach } from './reach.ts'
import { type Running, supervise } from './supervise.ts'

export type Server = Running & { url: string; port: number }

export type ServerDeps = {
  data: string
  real: boolean
  env: NodeJS.ProcessEnv
  say: (line: string) => void
  signal: AbortSignal
  /** Registers what is started, to be stopped in the end. */
  own: <Thing extends { stop: () => Promise<void> }>(starting: Promise<Thing>) => Promise<Thing>
}

type Start = (options: { directory: string; port: number }) => Promise<Server>

/** Starts a server in a process of its own, on this port or the next free one, and again whenever it crashes. Answers its address. */
export const startSupervised = async (name: string, first: number, start: Start, { data, say, signal, own }: ServerDeps) => {
  let url = ''
  // A restarted server must be where the processes look for it.
  let settled: number | undefined
  await own(
    supervise({
      name,
      say,
      signal,
      start: async () => {
        const directory = join(data, name)
        const server =
          settled === undefined ? await onNextPort(first, (port) => start({ directory, port })) : await start({ directory, port: settled })
        settled = server.port
        url = server.url
        return server
      },
    }),
  )
  return url
}

/** The address of a server that the environment names; throws where nothing answers there. */
export const namedServer = async (variable: 'MQTT_URL' | 'INFLUX_URL' | 'POSTGRES_URL' | 'QUEUE_URL', { env }: ServerDeps) => {
  const url = env[variable]
  if (url) await reach(variable, url)
  return url || undefined
}
