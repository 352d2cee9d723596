import { randomBytes } from 'node:crypto'
import { platformClientPrefix, platformUser } from '@lading/shared/broker/names'
import { keep, readKept } from '../keep-file.ts'

export type BrokerLogin = { username: string; password: string }

/** With what the platform's own processes sign in at a broker that is started here: made once, in a file for its owner only. */
export const platformLogin = (file: string) => keptLogin(file, platformUser)

/** With what the api tells a Mosquitto that is started here whom to let in; kept the same way. */
export const brokerAdminLogin = (file: string) => keptLogin(file, `${platformClientPrefix}admin`)

const keptLogin = async (file: string, username: string): Promise<BrokerLogin> => {
  const kept = await readKept<BrokerLogin>(file)
  if (kept) return kept
  const login = { username, password: randomBytes(32).toString('base64url') }
  await keep(file, login)
  return login
}
