import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { type Clock, systemClock } from '@lading/shared/clock'
import { type StaffRole, staffRoles } from '@lading/shared/domain/role'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { addUser } from '@lading/store/postgres/user/add'
import { hashPassword } from '@lading/store/postgres/user/password'
import { createPostgresTelemetry } from '@lading/store/telemetry/postgres/store'
import { askingBroker, type BrokerAccounts } from '../../src/broker/accounts.ts'
import { build } from '../../src/build.ts'
import type { Settings } from '../../src/dependencies.ts'
import type { Bus } from '../../src/live/bus.ts'
import { settingsWithoutNetwork } from '../../src/settings-without-network.ts'
import { createContractCheck } from './keeps-contract.ts'

export const password = 'correct horse battery staple'
export const emailOf = (role: StaffRole) => `${role}@lading.example`

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Options = {
  clock?: Clock
  bus?: Bus
  settings?: Partial<Settings>
  /** For what can be opened only once the database is there. */
  brokerAccounts?: (database: Database, url: string) => BrokerAccounts | Promise<BrokerAccounts>
}

/** An api over a real PostgreSQL, with a person of each role, and what it said to the bus and the queue. */
export const startApi = async ({ clock = systemClock, bus, settings, brokerAccounts = () => askingBroker }: Options = {}) => {
  const directory = await temporaryDirectory()
  const server = await startPostgres({ directory: directory.path })
  await migrateDatabase(server.url)
  const database = openDatabase(server.url)
  const telemetry = createPostgresTelemetry(database.sql)
  const passwordHash = await hashPassword(password)
  for (const role of staffRoles) await addUser(database.db, { email: emailOf(role), name: `The ${role}`, role, passwordHash })

  const published: { topic: string; message: unknown }[] = []
  const requested: { name: string; id: string }[] = []
  const accounts = await brokerAccounts(database, server.url)
  const open = () =>
    build({
      database,
      telemetry,
      queue: {
        request: async (name, jobs) => void requested.push(...jobs.map(({ deduplicationId: id }) => ({ name, id }))),
        counts: async () => ({ waiting: 0, active: 0, delayed: 0, failed: 0 }),
      },
      bus: bus ?? {
        connected: () => true,
        publish: (topic, message) => void published.push({ topic, message }),
        deliver: async (topic, message) => void published.push({ topic, message }),
        listen: () => {},
        close: async () => {},
      },
      brokerAccounts: accounts,
      clock,
      settings: { ...settingsWithoutNetwork, ...settings },
    })
  const app = await open()
  await app.ready()
  const keepsContract = createContractCheck((await app.inject('/openapi.json')).json())

  const signInAs = async (email: string) => {
    const response = await app.inject({ method: 'POST', url: '/v1/session', body: { email, password } })
    const [cookie] = response.cookies
    if (!cookie) throw new Error(`signing in failed: ${response.body}`)
    return { [cookie.name]: cookie.value }
  }

  const signIn = (role: StaffRole) => signInAs(emailOf(role))
  const sender = (cookies: Record<string, string>) => async (method: Method, url: string, body?: object) => {
    const response = await app.inject({ method, url, cookies, body })
    const isJson = response.headers['content-type']?.toString().startsWith('application/json')
    if (response.statusCode < 300 && isJson) keepsContract(method, url, response.statusCode, response.json())
    return response
  }

  return {
    app,
    database,
    telemetry,
    published,
    requested,
    /** One more api process over the same connections; whoever asks for it closes it. */
    another: open,
    signIn,
    /** Sends requests as somebody of that role. */
    as: async (role: StaffRole) => sender(await signIn(role)),
    /** Lets somebody of a partner in; answers who is signed in so. */
    letIn: async (partnerCode: string) => {
      const email = `somebody@${partnerCode}.example`
      // Let in already, the same person signs in once more.
      await addUser(database.db, { email, name: `Somebody of ${partnerCode}`, role: 'partner', partnerCode, passwordHash })
      return signInAs(email)
    },
    /** Sends requests with a session. */
    sender,
    stop: async () => {
      await app.close()
      await database.close()
      await server.stop()
      await directory.remove()
    },
  }
}

export type TestApi = Awaited<ReturnType<typeof startApi>>
