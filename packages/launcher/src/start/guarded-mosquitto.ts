import { startMosquitto } from '@lading/services/mosquitto'
import type { TlsOptions } from '@lading/services/tls-options'
import { brokerAccounts } from '@lading/store/broker/accounts'
import { type Login, securityFile } from '@lading/store/broker/mosquitto/security-file'
import { openSql } from '@lading/store/postgres/open-sql'

type Options = {
  directory: string
  port: number
  postgresUrl: string
  platformPassword: string
  admin: Login
  tls: TlsOptions | undefined
  say: (line: string) => void
}

/**
 * Mosquitto, which lets in whom PostgreSQL knows when it starts; afterwards the api tells it what changes. What its own file said
 * before does not matter, unless PostgreSQL does not answer: a broker that comes back is worth more then, and the api
 * compares the two as soon as it can.
 */
export const startGuardedMosquitto = async ({ directory, port, postgresUrl, platformPassword, admin, tls, say }: Options) => {
  const accounts = await readAccounts(postgresUrl).catch((error: Error) => {
    say(`mosquitto starts with the accounts that it knew, as PostgreSQL does not answer: ${error.message}`)
    return undefined
  })
  return startMosquitto({
    directory,
    port,
    tls,
    security: { accounts: accounts && securityFile({ accounts, platformPassword, admin }) },
  })
}

const readAccounts = async (postgresUrl: string) => {
  const sql = openSql(postgresUrl, { connections: 1 })
  try {
    return await brokerAccounts(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
