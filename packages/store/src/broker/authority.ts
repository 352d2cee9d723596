import { deviceOfTopic, isNodeCommand } from '@lading/shared/broker/device-topics'
import { isClientIdOf, isReservedName, platformClientPrefix, platformUser } from '@lading/shared/broker/names'
import { matchesFilter } from '@lading/shared/broker/topic-filter'
import { isTelemetryTopic } from '@lading/shared/contract/telemetry'
import { liveTopics } from '@lading/shared/live/topics'
import type { Sql } from 'postgres'
import { authenticateBridge, type BridgeIdentity, findBridgeIdentity } from '../postgres/bridge/authenticate.ts'
import { isNameTaken } from '../postgres/broker-name/is-taken.ts'
import { authenticateDevice, type DeviceIdentity, findDeviceIdentity } from '../postgres/device/authenticate.ts'
import { isSameText } from '../postgres/secret.ts'

/** The platform's own processes, a device, or a bridge. */
export type BrokerIdentity = 'platform' | DeviceIdentity | BridgeIdentity

type Claim = { clientId: string; username: string | undefined; password: string | undefined }
type Refused = { refused: 'client-id' | 'credentials' }

/**
 * Who may connect to the broker. A device shows its own secret and publishes under its own topics, and under those of the
 * devices that it carries as a gateway; it hears what is meant for itself. A bridge publishes under the topics that an
 * operator gave it, and hears nothing. The platform hears everything, publishes what is new and what devices sent by HTTPS,
 * and asks Sparkplug nodes for a rebirth.
 */
export const createBrokerAuthority = ({ sql, platformPassword }: { sql: Sql; platformPassword: string | undefined }) => {
  // Programs such as Traccar make up their client ids themselves. A bridge may have any that belongs to nobody.
  const isSomebodyElses = async (clientId: string, name: string) => {
    if (isClientIdOf(name, clientId)) return false
    const [owner = ''] = clientId.split('/')
    return isReservedName(owner) || isNameTaken(sql, owner)
  }
  return {
    identify: async ({ clientId, username, password }: Claim): Promise<BrokerIdentity | Refused> => {
      if (!username || !password) return { refused: 'credentials' }
      if (isReservedName(username)) {
        const isPlatform = username === platformUser && platformPassword !== undefined && isSameText(password, platformPassword)
        if (!isPlatform) return { refused: 'credentials' }
        return clientId.startsWith(platformClientPrefix) ? 'platform' : { refused: 'client-id' }
      }
      const device = await authenticateDevice(sql, username, password)
      if (device) return isClientIdOf(username, clientId) ? device : { refused: 'client-id' }
      const bridge = await authenticateBridge(sql, username, password)
      if (!bridge) return { refused: 'credentials' }
      return (await isSomebodyElses(clientId, username)) ? { refused: 'client-id' } : bridge
    },
    /** Whom a broker has let in already, as he stands now; for a broker that remembers names only. */
    recall: async (username: string | undefined): Promise<BrokerIdentity | undefined> => {
      if (!username) return undefined
      if (isReservedName(username)) return username === platformUser && platformPassword !== undefined ? 'platform' : undefined
      return (await findDeviceIdentity(sql, username)) ?? (await findBridgeIdentity(sql, username))
    },
    mayPublish: (identity: BrokerIdentity, topic: string) => {
      if (identity === 'platform') return topic.startsWith(livePrefix) || isTelemetryTopic(topic) || isNodeCommand(topic)
      if ('bridge' in identity) return identity.topicFilters.some((filter) => matchesFilter(filter, topic))
      const owner = deviceOfTopic(topic)
      return owner !== undefined && identity.publishesFor.has(owner)
    },
    mayHear: (identity: BrokerIdentity, topic: string) =>
      identity === 'platform' || ('deviceId' in identity && deviceOfTopic(topic) === identity.deviceId),
  }
}

const livePrefix = liveTopics.all.slice(0, -1)
