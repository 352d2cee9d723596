import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Api } from '../platform/api.ts'

type Login = { partner: string; name: string; email: string; password: string }

/** Lets people of example partners in, by the logins that the start of the demonstration keeps and prints; without such a file nobody. */
export const letPartnersIn = async (api: Api, directory: string) => {
  const text = await readFile(join(directory, 'partner-logins.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return '[]'
  })
  for (const login of JSON.parse(text) as Login[]) await api.letIn({ ...login, role: 'partner' })
}
