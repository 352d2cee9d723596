import { deviceOfTopic, isNodeCommand } from '@lading/shared/broker/device-topics'
import { isClientIdOf, isReservedName, platformClientPrefix, platformUser } from '@lading/shared/broker/names'
import { isTelemetryTopic } from '@lading/shared/contract/telemetry'
import { liveTopics } from '@lading/shared/live/topics'
import type { Sql } from 'postgres'
import { authenticateDevice, type DeviceIdentity, findDeviceIdentity } from '../postgres/device/authenticate.ts'
import { isSameText } from '../postgres/secret.ts'

/** The platform's own processes, or a device. */
export type BrokerIdentity = 'platform' | DeviceIdentity

type Claim = { clientId: string; username: string | undefined; password: string | undefined }
type Refused = { refused: 'client-id' | 'credentials' }

/**
 * Who may connect to the broker. A device shows its own secret and publishes under its own topics, and under those of the
 * devices that it carries as a gateway; it hears what is meant for itself. The platform hears everything, publishes what
 * is new and what devices sent by HTTPS, and asks Sparkplug nodes for a rebirth.
 */
export const createBrokerAuthority = ({ sql, platformPassword }: { sql: Sql; platformPassword: string | undefined }) => ({
  identify: async ({ clientId, username, password }: Claim): Promise<BrokerIdentity | Refused> => {
    if (!username || !password) return { refused: 'credentials' }
    if (isReservedName(username)) {
      const isPlatform = username === platformUser && platformPassword !== undefined && isSameText(password, platformPassword)
      if (!isPlatform) return { refused: 'credentials' }
      return clientId.startsWith(platformClientPrefix) ? 'platform' : { refused: 'client-id' }
    }
    const device = await authenticateDevice(sql, username, password)
    if (!device) return { refused: 'credentials' }
    return isClientIdOf(username, clientId) ? device : { refused: 'client-id' }
  },
  /** Whom a broker has let in already, as he stands now; for a broker that remembers names only. */
  recall: async (username: string | undefined): Promise<BrokerIdentity | undefined> => {
    if (!username) return undefined
    if (isReservedName(username)) return username === platformUser && platformPassword !== undefined ? 'platform' : undefined
    return findDeviceIdentity(sql, username)
  },
  mayPublish: (identity: BrokerIdentity, topic: string) => {
    if (identity === 'platform') return topic.startsWith(livePrefix) || isTelemetryTopic(topic) || isNodeCommand(topic)
    const owner = deviceOfTopic(topic)
    return owner !== undefined && identity.publishesFor.has(owner)
  },
  mayHear: (identity: BrokerIdentity, topic: string) => identity === 'platform' || deviceOfTopic(topic) === identity.deviceId,
})

const livePrefix = liveTopics.all.slice(0, -1)
