import type { BrokerAccount } from '../accounts.ts'
import { deriveSecretHash, readSecretHash, type SecretHash } from '../secret-hash.ts'
import { aclsOf, defaultAccess, roleOf } from './access.ts'
import { adminAccess, platformAccess } from './own-accounts.ts'
import { versionOf, versionOfPassword } from './version.ts'

export type Login = { username: string; password: string }

type Known = Omit<BrokerAccount, 'secretHash'> & { hash: SecretHash; version?: string }

// A person may have chosen the password: as many rounds as Mosquitto takes itself.
const passwordRounds = 101

/**
 * `dynamic-security.json` as Mosquitto reads it when it starts: the platform, its admin, and everybody in `accounts`. Who is
 * not in it cannot connect. Those whose secret is kept in the old form are left out; they need a new one.
 */
export const securityFile = ({
  accounts,
  platformPassword,
  admin,
}: {
  accounts: BrokerAccount[]
  platformPassword: string
  admin: Login
}) => {
  const known: Known[] = [
    { ...adminAccess, name: admin.username, hash: deriveSecretHash(admin.password, passwordRounds) },
    {
      ...platformAccess,
      hash: deriveSecretHash(platformPassword, passwordRounds),
      version: versionOfPassword(platformPassword, admin.password),
    },
    ...accounts.flatMap(({ secretHash, ...account }) => {
      const hash = readSecretHash(secretHash)
      return hash ? [{ ...account, hash, version: versionOf(secretHash) }] : []
    }),
  ]
  return {
    defaultACLAccess: defaultAccess,
    clients: known.map(({ name, clientId, hash, version }) => ({
      username: name,
      ...(clientId && { clientid: clientId }),
      ...(version && { textdescription: version }),
      roles: [{ rolename: roleOf(name) }],
      password: hash.key.toString('base64'),
      salt: hash.salt.toString('base64'),
      iterations: hash.iterations,
    })),
    groups: [],
    roles: known.map(({ name, ...access }) => ({ rolename: roleOf(name), acls: aclsOf(access) })),
  }
}
