import { startAedes } from '@lading/services/aedes'
import { type BrokerIdentity, createBrokerAuthority } from '@lading/store/broker/authority'
import { identityVersions } from '@lading/store/postgres/device/authenticate'
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
    const devices = () => broker.identities().filter((identity) => identity !== 'platform')
    const expelChanged = async (deviceIds: string[]) => {
      // Where it cannot be found out, they have to show their secrets again.
      const versions = await identityVersions(sql, deviceIds).catch(() => new Map<string, string>())
      const asked = new Set(deviceIds)
      broker.expel(
        (identity) => identity !== 'platform' && asked.has(identity.deviceId) && versions.get(identity.deviceId) !== identity.version,
      )
    }
    await followIdentityChanges(sql, {
      onChange: (deviceId) => expelChanged([deviceId]),
      // A revocation may have been missed.
      onListening: () => expelChanged([...new Set(devices().map(({ deviceId }) => deviceId))]),
    })
    return { ...broker, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
