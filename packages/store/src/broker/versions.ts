import type { Sql } from 'postgres'
import { bridgeVersions } from '../postgres/bridge/authenticate.ts'
import { identityVersions } from '../postgres/device/authenticate.ts'
import type { BrokerIdentity } from './authority.ts'

/** Under which name somebody has signed in who is not the platform. */
export const nameOf = (identity: Exclude<BrokerIdentity, 'platform'>) => ('bridge' in identity ? identity.bridge : identity.deviceId)

/** The present version of each of these devices and bridges that may connect. */
export const presentVersions = async (sql: Sql, names: string[]): Promise<Map<string, string>> => {
  const [devices, bridges] = await Promise.all([identityVersions(sql, names), bridgeVersions(sql, names)])
  return new Map([...devices, ...bridges])
}
