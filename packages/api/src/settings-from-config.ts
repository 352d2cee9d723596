import { fileURLToPath } from 'node:url'
import type { Config } from '@lading/shared/config/read-config'
import type { Settings } from './dependencies.ts'

const dashboardDirectory = fileURLToPath(new URL('../../dashboard/dist', import.meta.url))

type ApiConfig = Config<
  | 'API_HOST'
  | 'API_PORT'
  | 'PUBLIC_URL'
  | 'TRUST_PROXY'
  | 'TILE_URL'
  | 'TILE_ATTRIBUTION'
  | 'CLOCK_SPEED'
  | 'DATA_KEY'
  | 'MAIL_FROM'
  | 'VAPID_PUBLIC_KEY'
  | 'OWN_CURRENCY'
  | 'CURRENCY_MOVE_PERCENT'
  | 'PAYMENT_PROVIDER'
  | 'PAYMENT_WEBHOOK_SECRET'
  | 'STRIPE_SECRET_KEY'
  | 'BROKER_SECRET'
  | 'MQTT_PASSWORD'
  | 'MQTT_URL'
  | 'PUBLIC_MQTT_URL'
>

export const settingsFromConfig = (config: ApiConfig): Settings => ({
  publicUrl: (config.PUBLIC_URL ?? `http://${hostInUrl(config.API_HOST)}:${config.API_PORT}`).replace(/\/+$/, ''),
  trustProxy: config.TRUST_PROXY === 'true',
  tiles: config.TILE_URL ? { url: config.TILE_URL, attribution: config.TILE_ATTRIBUTION ?? '' } : null,
  broker: publicBroker(config),
  clockSpeed: config.CLOCK_SPEED,
  dataKey: config.DATA_KEY,
  mails: config.MAIL_FROM !== undefined,
  pushKey: config.VAPID_PUBLIC_KEY,
  ownCurrency: config.OWN_CURRENCY,
  currencyThreshold: config.CURRENCY_MOVE_PERCENT / 100,
  payments: paymentsOf(config),
  brokerSecret: config.BROKER_SECRET,
  platformPassword: config.MQTT_PASSWORD,
  dashboardDirectory,
})

/** Without a secret nothing could be believed that a provider tells; the schema refuses that. */
const paymentsOf = ({
  PAYMENT_PROVIDER: provider,
  PAYMENT_WEBHOOK_SECRET: webhookSecret,
  STRIPE_SECRET_KEY: secretKey,
}: ApiConfig): Settings['payments'] => {
  if (webhookSecret === undefined) return undefined
  if (provider === 'sandbox') return { provider, webhookSecret }
  return provider === 'stripe' && secretKey !== undefined ? { provider, webhookSecret, secretKey } : undefined
}

// The platform may know the broker by a name that no device could resolve: of that address only the rest is told.
const publicBroker = ({ PUBLIC_MQTT_URL, MQTT_URL }: Pick<ApiConfig, 'PUBLIC_MQTT_URL' | 'MQTT_URL'>) => {
  if (!PUBLIC_MQTT_URL) return { host: null, ...brokerOf(new URL(MQTT_URL)) }
  const url = new URL(PUBLIC_MQTT_URL)
  // mosquitto_pub takes IPv6 addresses without the brackets of URLs.
  return { host: url.hostname.replace(/^\[|\]$/g, ''), ...brokerOf(url) }
}

const brokerOf = ({ protocol, port }: URL) => ({
  port: Number(port) || (ports[protocol] ?? 1883),
  tls: protocol === 'mqtts:' || protocol === 'wss:',
})

const ports: Record<string, number> = { 'mqtt:': 1883, 'mqtts:': 8883, 'ws:': 80, 'wss:': 443 }

// An address that means "all of mine" is not one that a link can lead to; IPv6 addresses stand in brackets.
const hostInUrl = (host: string) => (host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host)
