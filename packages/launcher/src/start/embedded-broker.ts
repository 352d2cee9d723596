import { startAedes } from '@lading/services/aedes'
import { type BrokerIdentity, createBrokerAuthority } from '@lading/store/broker/authority'
import { followIdentityChanges } from '@lading/store/postgres/device/identity-changes'
import { openSql } from '@lading/store/postgres/open-sql'

type Options = { port: number; postgresUrl: string; platformPassword: string }

/** The broker in this process, which lets in whom PostgreSQL knows, and disconnects a device as soon as that changes. */
export const startEmbeddedBroker = async ({ port, postgresUrl, platformPassword }: Options) => {
  const sql = openSql(postgresUrl, { connections: 4 })
  let stopBroker = async () => {}
  const stop = async () => {
    await stopBroker()
    await sql.end({ timeout: 1 })
  }
  try {
    const broker = await startAedes<BrokerIdentity>({ port, authority: createBrokerAuthority({ sql, platformPassword }) })
    stopBroker = broker.stop
    const expel = (deviceId?: string) =>
      broker.expel((identity) => identity !== 'platform' && (deviceId === undefined || identity.deviceId === deviceId))
    await followIdentityChanges(sql, {
      onChange: expel,
      // A revocation may have been missed, so everybody has to show his secret again.
      onListening: () => expel(),
    })
    return { ...broker, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
