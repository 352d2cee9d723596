import { readConfig } from '@lading/shared/config/read-config'
import { brokerTls } from './broker-tls.ts'
import { startEmbeddedBroker } from './embedded-broker.ts'
import { startGuardedMosquitto } from './guarded-mosquitto.ts'
import { onNextPort } from './next-port.ts'
import { brokerAdminLogin, platformLogin } from './platform-login.ts'
import { namedServer, type ServerDeps, startSupervised } from './supervised-server.ts'
import { reachable } from './urls.ts'

/** What the broker is, in words for people, and what the processes need to reach it. */
export type Broker = {
  kind: string
  /** Where devices elsewhere find one that is started here, where it listens for TLS. */
  mqtts?: string | undefined
  variables: Record<'MQTT_URL', string> &
    Partial<Record<'MQTT_USERNAME' | 'MQTT_PASSWORD' | 'MOSQUITTO_ADMIN_USERNAME' | 'MOSQUITTO_ADMIN_PASSWORD', string>>
}

type Deps = ServerDeps & {
  postgresUrl: string
  /** Where the platform's own logins at a broker that is started here are kept. */
  logins: { platform: string; admin: string }
}

const mqttPort = 1883

/** The broker, which lets in whom PostgreSQL knows: to be started once the tables are there. */
export const startBroker = async (deps: Deps): Promise<Broker> => {
  const { real, env, say, own, postgresUrl, logins } = deps
  const url = await namedServer('MQTT_URL', deps)
  if (url) return { kind: 'as MQTT_URL says', variables: { MQTT_URL: url } }

  const tls = brokerTls(env, say)
  const mqtts = tls && `mqtts://${reachable(tls.host)}:${tls.port}`
  const login = await platformLogin(logins.platform)
  const platform = { MQTT_USERNAME: login.username, MQTT_PASSWORD: login.password }
  if (real) {
    const admin = await brokerAdminLogin(logins.admin)
    const start = (options: { directory: string; port: number }) =>
      startGuardedMosquitto({ ...options, postgresUrl, platformPassword: login.password, admin, tls, say })
    const mosquittoUrl = await startSupervised('mosquitto', mqttPort, start, deps)
    const power = { MOSQUITTO_ADMIN_USERNAME: admin.username, MOSQUITTO_ADMIN_PASSWORD: admin.password }
    return { kind: 'Mosquitto', mqtts, variables: { MQTT_URL: mosquittoUrl, ...platform, ...power } }
  }
  const { INGEST_CLIENT_ID: keeper } = readConfig(['INGEST_CLIENT_ID'], env)
  const embedded = await own(
    onNextPort(mqttPort, (port) => startEmbeddedBroker({ port, postgresUrl, platformPassword: login.password, keeper, tls })),
  )
  return { kind: 'aedes, embedded', mqtts, variables: { MQTT_URL: embedded.url, ...platform } }
}
