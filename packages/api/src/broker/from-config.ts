import type { Config } from '@lading/shared/config/read-config'
import type { Database } from '@lading/store/postgres/open'
import type { FastifyBaseLogger } from 'fastify'
import { askingBroker, type BrokerAccounts } from './accounts.ts'
import { openMosquittoAccounts } from './mosquitto/accounts.ts'
import { openControl } from './mosquitto/control.ts'

type BrokerConfig = Config<'MQTT_URL' | 'MQTT_PASSWORD' | 'MOSQUITTO_ADMIN_USERNAME' | 'MOSQUITTO_ADMIN_PASSWORD'>
type Deps = { sql: Database['sql']; ca?: Buffer | undefined; log: FastifyBaseLogger }

/** Mosquitto is told whom to let in where its admin's password is set; every other broker asks. */
export const brokerAccountsFromConfig = (config: BrokerConfig, { sql, ca, log }: Deps): BrokerAccounts & { close: () => Promise<void> } => {
  const { MQTT_URL: url, MQTT_PASSWORD: platformPassword } = config
  const { MOSQUITTO_ADMIN_USERNAME: username, MOSQUITTO_ADMIN_PASSWORD: password } = config
  if (!password) return { ...askingBroker, close: async () => {} }
  if (!platformPassword) throw new Error('MQTT_PASSWORD is not set: it is the password that Mosquitto is told to let the platform in with')
  const control = openControl({ url, username, password, ca, log })
  const accounts = openMosquittoAccounts({ control, sql, platformPassword, admin: { username, password }, log })
  return {
    ...accounts,
    close: async () => {
      accounts.close()
      await control.close()
    },
  }
}
