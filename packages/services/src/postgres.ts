import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { freePort } from './free-port.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { clearStalePostmaster, createCluster, exists, keptPassword } from './postgres-cluster.ts'
import { postgresUser } from './postgres-user.ts'
import { runServer } from './run-server.ts'

type Options = { directory: string; port?: number; host?: string }

/**
 * PostgreSQL from npm with a database `lading` of the user `lading`. Data and password stay in the directory: started
 * there again, it has what it had.
 */
export const startPostgres = async ({ directory: relative, port, host = '127.0.0.1' }: Options) => {
  const directory = resolve(relative)
  await mkdir(directory, { recursive: true })
  const dataDirectory = join(directory, 'data')
  const binaries = await postgresBinaries()
  const runAs = await postgresUser({ dataDirectory, program: binaries.postgres })
  const password = await keptPassword(join(directory, 'password'))
  if (await exists(dataDirectory)) await clearStalePostmaster(dataDirectory)
  else await createCluster({ initdb: binaries.initdb, dataDirectory, password, runAs })

  const listenPort = port ?? (await freePort(host))
  const address = (database: string) => `postgres://lading:${password}@${host}:${listenPort}/${database}`
  const [program = binaries.postgres, ...args] = [
    ...runAs.prefix,
    binaries.postgres,
    ...['-D', dataDirectory, '-p', String(listenPort)],
    ...setting('listen_addresses', host),
    // Sockets in /tmp would be open to everybody and collide.
    ...setting('unix_socket_directories', ''),
    // Three processes with their pools, and the queue's listeners.
    ...setting('max_connections', '200'),
  ]
  const server = await runServer({
    name: 'postgres',
    program,
    args,
    port: listenPort,
    directory,
    user: runAs.user,
    env: { ...process.env, LC_ALL: 'C' },
    // Smart shutdown (SIGTERM) waits for clients, fast shutdown does not.
    stopSignal: 'SIGINT',
    answers: () => ensureDatabase(address('postgres')),
  })
  return { url: address('lading'), port: listenPort, ...server }
}

const setting = (name: string, value: string) => ['-c', `${name}=${value}`]

/** Whether the server answers; once it does, the database is there. */
const ensureDatabase = async (url: string) => {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    const found = await sql`select 1 from pg_database where datname = 'lading'`
    if (found.length === 0) await sql`create database lading`
    return true
  } catch (error) {
    if (notYet.has((error as { code?: string }).code ?? '')) return false
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

// 57P03 cannot_connect_now: it is starting up.
const notYet = new Set(['ECONNREFUSED', 'ECONNRESET', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'CONNECTION_DESTROYED', '57P03'])
