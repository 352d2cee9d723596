import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '@lading/services/free-port'
import { nodeArguments, nodeEnvironment } from '@lading/services/node-arguments'
import { openDatabase } from '@lading/store/postgres/open'
import { addUser } from '@lading/store/postgres/user/add'
import { hashPassword } from '@lading/store/postgres/user/password'
import { waitUntilReady } from './wait-until-ready.ts'

const main = fileURLToPath(new URL('../../../packages/api/src/main.ts', import.meta.url))
const person = { email: 'bench@example.com', password: 'measures-everything-with-care' }

/** The api as a process of its own, and the cookie of an operator, whose programs may send 500 requests a second. */
export const startApi = async ({ env, postgresUrl }: { env: Record<string, string>; postgresUrl: string }) => {
  const database = openDatabase(postgresUrl, { connections: 1 })
  const passwordHash = await hashPassword(person.password)
  await addUser(database.db, { email: person.email, name: 'Bench', role: 'operator', passwordHash })
  await database.close()

  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [...nodeArguments, main], {
    env: { ...nodeEnvironment, ...process.env, ...env, API_PORT: String(port), LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const exited = once(child, 'exit')
  await waitUntilReady('the api', `${url}/health/ready`, child)
  const session = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`the api does not let the benchmark sign in: ${session.status} ${await session.text()}`)
  return {
    url,
    cookie,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
