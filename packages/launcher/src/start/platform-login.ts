import { randomBytes } from 'node:crypto'
import { platformUser } from '@lading/shared/broker/names'
import { keep, readKept } from '../keep-file.ts'

export type PlatformLogin = { username: string; password: string }

/** With what the platform's own processes sign in at a broker that is started here: made once, in a file for its owner only. */
export const platformLogin = async (file: string): Promise<PlatformLogin> => {
  const kept = await readKept<PlatformLogin>(file)
  if (kept) return kept
  const login = { username: platformUser, password: randomBytes(32).toString('base64url') }
  await keep(file, login)
  return login
}
