import type { VariableName } from './variables.ts'

const telemetry = ['INFLUX_URL', 'INFLUX_DATABASE', 'INFLUX_TOKEN', 'INFLUX_USERNAME', 'INFLUX_PASSWORD', 'POSTGRES_URL'] as const
const broker = ['MQTT_URL', 'MQTT_USERNAME', 'MQTT_PASSWORD', 'MQTT_CA'] as const
const clock = ['CLOCK_SPEED', 'CLOCK_ORIGIN', 'CLOCK_START'] as const
const common = [...telemetry, ...broker, ...clock, 'QUEUE_URL', 'LOG_LEVEL'] as const

/** Which variables each process reads. */
export const processVariables = {
  launcher: ['MQTT_TLS_CERT', 'MQTT_TLS_KEY', 'MQTT_TLS_HOST', 'MQTT_TLS_PORT'],
  migrate: ['POSTGRES_URL', 'INFLUX_URL', 'INFLUX_DATABASE', 'INFLUX_TOKEN', 'INFLUX_USERNAME', 'INFLUX_PASSWORD', 'QUEUE_URL'],
  'broker-accounts': ['POSTGRES_URL', 'MQTT_PASSWORD', 'MOSQUITTO_ADMIN_USERNAME', 'MOSQUITTO_ADMIN_PASSWORD'],
  ingest: [
    ...common,
    'INGEST_CLIENT_ID',
    'INGEST_GROUP',
    'INGEST_BATCH_MAX',
    'INGEST_IN_FLIGHT_MAX',
    'INGEST_DEVICE_RATE',
    'INGEST_DEVICE_BURST',
    'INGEST_MAPPINGS',
    'TRACCAR_TOPIC',
    'READING_DAYS',
    'HEALTH_PORT',
  ],
  workers: [
    ...common,
    'WORKER_CONCURRENCY',
    'READING_DAYS',
    'HOURLY_DAYS',
    'DEAD_LETTER_DAYS',
    'CONTACT_DAYS',
    'QUOTE_DAYS',
    'PUBLIC_URL',
    'DATA_KEY',
    'SMTP_URL',
    'MAIL_FROM',
    'VAPID_PUBLIC_KEY',
    'VAPID_PRIVATE_KEY',
    'VAPID_SUBJECT',
    'EXCHANGE_RATES_URL',
    'HAZARD_FEED_URLS',
    'HEALTH_PORT',
  ],
  api: [
    ...common,
    'API_HOST',
    'API_PORT',
    'PUBLIC_URL',
    'PUBLIC_MQTT_URL',
    'TRUST_PROXY',
    'TILE_URL',
    'TILE_ATTRIBUTION',
    'DATA_KEY',
    'MAIL_FROM',
    'VAPID_PUBLIC_KEY',
    'OWN_CURRENCY',
    'CURRENCY_MOVE_PERCENT',
    'PAYMENT_PROVIDER',
    'PAYMENT_WEBHOOK_SECRET',
    'STRIPE_SECRET_KEY',
    'BROKER_SECRET',
    'MOSQUITTO_ADMIN_USERNAME',
    'MOSQUITTO_ADMIN_PASSWORD',
  ],
} as const satisfies Record<string, readonly VariableName[]>
