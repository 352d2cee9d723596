import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '../usage-error.ts'

export type Addresses = { api: string; dashboard: string; mqtt: string; login: { email: string; password: string }; directory: string }

type Options = { file: string | undefined; projectDirectory: string; startedIn: string }

/** Where Lading runs, from the `addresses.json` that `npm start` writes. `directory` is the data directory it lies in. */
export const readAddresses = async ({ file, projectDirectory, startedIn }: Options): Promise<Addresses> => {
  const path = file === undefined ? join(projectDirectory, '.lading', 'addresses.json') : resolve(startedIn, file)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw new UsageError(`${path} cannot be read: ${error.message}`)
    throw new UsageError(`there is no ${path}: start Lading first (npm start), or name the file with --addresses`)
  })
  const { api, dashboard, mqtt, login } = parse(text, path)
  if (!api || !mqtt) throw new UsageError(`${path} does not say where the api and the broker are`)
  if (!login?.email || !login.password) throw new UsageError(`${path} has no login: the simulators need one to announce shipments`)
  return { api, dashboard: dashboard ?? api, mqtt, login: { email: login.email, password: login.password }, directory: dirname(path) }
}

type Written = { api?: string; dashboard?: string; mqtt?: string; login?: { email?: string; password?: string } | null }

const parse = (text: string, path: string): Written => {
  try {
    return JSON.parse(text) as Written
  } catch {
    throw new UsageError(`${path} is not JSON: it may be half written; try again`)
  }
}
