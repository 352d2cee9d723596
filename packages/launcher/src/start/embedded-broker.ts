import { startAedes } from '@lading/services/aedes'
import type { TlsOptions } from '@lading/services/tls-options'
import { type BrokerIdentity, createBrokerAuthority } from '@lading/store/broker/authority'
import { nameOf, presentVersions } from '@lading/store/broker/versions'
import { followIdentityChanges } from '@lading/store/postgres/device/identity-changes'
import { openSql } from '@lading/store/postgres/open-sql'

type Options = {
  port: number
  postgresUrl: string
  platformPassword: string
  /** Client id of ingest: what a device sends is acknowledged when ingest has acknowledged it. */
  keeper: string
  tls?: TlsOptions | undefined
}

/** The broker in this process, which lets in whom PostgreSQL knows, and disconnects a device or a bridge as soon as that changes. */
export const startEmbeddedBroker = async ({ port, postgresUrl, platformPassword, keeper, tls }: Options) => {
  const sql = openSql(postgresUrl, { connections: 4 })
  let stopBroker = async () => {}
  const stop = async () => {
    await stopBroker()
    await sql.end({ timeout: 1 })
  }
  try {
    const broker = await startAedes<BrokerIdentity>({ port, keeper, tls, authority: createBrokerAuthority({ sql, platformPassword }) })
    stopBroker = broker.stop
    const guests = () => broker.identities().filter((identity) => identity !== 'platform')
    const expelChanged = async (names: string[]) => {
      // Where it cannot be found out, they have to show their secrets again.
      const versions = await presentVersions(sql, names).catch(() => new Map<string, string>())
      const asked = new Set(names)
      broker.expel(
        (identity) => identity !== 'platform' && asked.has(nameOf(identity)) && versions.get(nameOf(identity)) !== identity.version,
      )
    }
    await followIdentityChanges(sql, {
      onChange: (name) => expelChanged([name]),
      // A revocation may have been missed.
      onListening: () => expelChanged([...new Set(guests().map(nameOf))]),
    })
    return { ...broker, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
