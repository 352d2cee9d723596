import { readFile } from 'node:fs/promises'
import type { DeadLetterCounts, ReplayAnswer } from '@lading/shared/contract/dead-letter'
import type { Replayer } from './replayer.ts'

type Addresses = { api?: string; login?: { email: string; password: string } | null }

/** Signs in to the platform that wrote the file, as the first admin. */
export const replayByApi = async (addressesFile: string): Promise<Replayer> => {
  const text = await readFile(addressesFile, 'utf8').catch((cause) => {
    throw new Error(`${addressesFile} cannot be read: start Lading first (npm start), or set POSTGRES_URL`, { cause })
  })
  const { api, login } = JSON.parse(text) as Addresses
  if (!api || !login) throw new Error(`${addressesFile} has no login: set POSTGRES_URL instead`)
  let cookie = ''
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`)
    return response
  }
  const session = await ask('POST', '/v1/session', login)
  cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    request: async (which) => ((await (await ask('POST', '/v1/dead-letters/replay', which)).json()) as ReplayAnswer).requested,
    waiting: async () => ((await (await ask('GET', '/v1/dead-letters/counts')).json()) as DeadLetterCounts).waitingForReplay,
    close: async () => void (await ask('DELETE', '/v1/session')),
  }
}
