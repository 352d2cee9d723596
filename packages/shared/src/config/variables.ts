import { choice, currency, instant, integer, number, text, url } from './kinds.ts'

/**
 * Every environment variable that Lading reads, in one place: `.env.example`, docker-compose.yml and the README are
 * tested against it. Processes pick the ones they need with `readConfig`.
 */
export const variables = {
  MQTT_URL: url({ schemes: ['mqtt', 'mqtts', 'ws', 'wss'], default: 'mqtt://127.0.0.1:1883', about: 'the broker that devices publish to' }),
  PUBLIC_MQTT_URL: url({
    schemes: ['mqtt', 'mqtts'],
    optional: true,
    about:
      'address under which devices reach the broker, as the dashboard tells it; without it the port of MQTT_URL on the host of the dashboard',
  }),
  MQTT_USERNAME: text({ optional: true, about: 'user of the platform at the broker' }),
  MQTT_PASSWORD: text({ optional: true, secret: true, about: 'its password' }),
  MQTT_CA: text({
    optional: true,
    about: 'path of the certificate of the authority that mqtts:// brokers are believed by, where it is none of the known ones',
  }),
  MQTT_TLS_CERT: text({
    optional: true,
    about: 'path of a certificate with its chain; where set, the broker that is started here also listens for TLS',
  }),
  MQTT_TLS_KEY: text({ optional: true, about: 'path of its key' }),
  MQTT_TLS_HOST: text({ default: '0.0.0.0', about: 'address on which it listens for TLS' }),
  MQTT_TLS_PORT: integer({ min: 1, max: 65535, default: 8883, about: 'port on which it listens for TLS' }),
  BROKER_SECRET: text({ optional: true, secret: true, about: 'with which a broker such as EMQX asks the api who may connect' }),
  MOSQUITTO_ADMIN_USERNAME: text({ default: 'lading-admin', about: 'user who manages the dynamic security of Mosquitto' }),
  MOSQUITTO_ADMIN_PASSWORD: text({
    optional: true,
    secret: true,
    about: 'its password; where set, the api tells Mosquitto whom to let in',
  }),
  INFLUX_URL: url({
    schemes: ['http', 'https'],
    optional: true,
    about: 'InfluxDB 1.x, 2.x or 3.x for readings; PostgreSQL keeps them where unset',
  }),
  INFLUX_DATABASE: text({ default: 'lading', about: 'database (1.x, 3.x) or mapped bucket (2.x)' }),
  INFLUX_TOKEN: text({ optional: true, secret: true, about: 'token of InfluxDB 2.x and 3.x' }),
  INFLUX_USERNAME: text({ optional: true, about: 'user of InfluxDB 1.x, where it asks for one' }),
  INFLUX_PASSWORD: text({ optional: true, secret: true, about: 'its password' }),
  POSTGRES_URL: url({ schemes: ['postgres', 'postgresql'], about: 'PostgreSQL 15 or newer', secret: true }),
  DATA_KEY: text({
    optional: true,
    secret: true,
    about: 'with which personal data is kept so that the database alone gives none of it away; without it no contacts are kept',
  }),
  SMTP_URL: url({
    schemes: ['smtp', 'smtps', 'file'],
    optional: true,
    secret: true,
    about: 'by which news goes to recipients, such as smtps://user:password@host; file:///path writes mails into a directory instead',
  }),
  MAIL_FROM: text({
    optional: true,
    about: 'who mails to recipients are from, such as Lading <tracking@example.com>; with it the tracking page offers news by e-mail',
  }),
  VAPID_PUBLIC_KEY: text({
    optional: true,
    about:
      'public key by which browsers know whose notes they get (npx web-push generate-vapid-keys); with it the tracking page offers them',
  }),
  VAPID_PRIVATE_KEY: text({ optional: true, secret: true, about: 'its private key' }),
  VAPID_SUBJECT: text({ optional: true, about: 'whom a push service may ask, as mailto: or https:' }),
  CONTACT_DAYS: integer({
    min: 1,
    max: 36500,
    default: 30,
    about: 'how long after the end of a journey is kept by what its recipient is known, and what was asked for and said',
  }),
  QUEUE_URL: url({
    schemes: ['redis', 'rediss', 'postgres', 'postgresql'],
    optional: true,
    about: 'where BullMQ keeps jobs; POSTGRES_URL where unset',
    secret: true,
  }),
  API_HOST: text({ default: '127.0.0.1', about: 'address the api listens on' }),
  API_PORT: integer({ min: 1, max: 65535, default: 8080, about: 'port the api listens on' }),
  PUBLIC_URL: url({
    schemes: ['http', 'https'],
    optional: true,
    about: 'address under which people reach the api; tracking links start with it',
  }),
  TRUST_PROXY: choice({ of: ['false', 'true'], default: 'false', about: 'believe X-Forwarded-For of a proxy in front of the api' }),
  TILE_URL: text({
    optional: true,
    about: 'map tiles, such as https://tiles.example/{z}/{x}/{y}.png; without it the map draws land and borders only',
  }),
  TILE_ATTRIBUTION: text({ optional: true, about: 'what the tile server wants to be said under the map' }),
  INGEST_CLIENT_ID: text({
    default: 'lading-ingest',
    about: 'client id of ingest at the broker, which begins with lading-; one per process',
  }),
  INGEST_GROUP: text({ optional: true, about: 'ingest processes of the same group share the load; needs a broker of MQTT 5' }),
  INGEST_BATCH_MAX: integer({ min: 1, max: 20000, default: 5000, about: 'messages written at once at the most' }),
  INGEST_IN_FLIGHT_MAX: integer({ min: 100, max: 65535, default: 10000, about: 'messages taken but not acknowledged at the most' }),
  INGEST_DEVICE_RATE: number({
    min: 0.01,
    max: 100000,
    default: 200,
    about: 'readings a second that one device may send for long; what is beyond is kept as dead letters',
  }),
  INGEST_DEVICE_BURST: integer({
    min: 1,
    max: 10000000,
    default: 20000,
    about: 'readings that one device may send at once, as after a time without connection',
  }),
  INGEST_MAPPINGS: text({ optional: true, about: 'path of a JSON file that describes further device formats; see docs/devices.md' }),
  TRACCAR_TOPIC: text({ default: 'traccar', about: 'topic to which Traccar forwards positions' }),
  OWN_CURRENCY: currency({ default: 'EUR', about: 'currency in which you think; open orders in others are watched against it' }),
  CURRENCY_MOVE_PERCENT: number({
    min: 0.1,
    max: 100,
    default: 5,
    about: 'by how much open orders in a currency may get dearer before it is warned of',
  }),
  PAYMENT_PROVIDER: choice({
    of: ['none', 'sandbox', 'stripe'],
    default: 'none',
    about: 'by whom duties are taken on the tracking page; sandbox takes no money and is for trials, and says so',
  }),
  PAYMENT_WEBHOOK_SECRET: text({
    optional: true,
    secret: true,
    about: 'with which the payment provider signs what it tells; of Stripe it begins with whsec_',
  }),
  STRIPE_SECRET_KEY: text({ optional: true, secret: true, about: 'with which checkouts are opened at Stripe' }),
  EXCHANGE_RATES_URL: url({
    schemes: ['https', 'http'],
    optional: true,
    about: 'address of exchange rates, such as https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml; without it nobody is asked',
  }),
  HAZARD_FEED_URLS: text({
    optional: true,
    about:
      'addresses of hazard feeds (USGS GeoJSON, GDACS RSS, CAP), separated by spaces; without them nobody is asked; see docs/geofences.md',
  }),
  WORKER_CONCURRENCY: integer({ min: 1, max: 500, default: 10, about: 'jobs a workers process does side by side' }),
  READING_DAYS: integer({
    min: 0,
    max: 36500,
    default: 90,
    about: 'how long every reading is kept before it becomes part of hourly figures, 2 days at least; 0 for ever',
  }),
  HOURLY_DAYS: integer({ min: 0, max: 36500, default: 1095, about: 'how long hourly figures are kept; 0 for ever' }),
  DEAD_LETTER_DAYS: integer({ min: 1, max: 36500, default: 30, about: 'how long messages that could not be stored are kept' }),
  QUOTE_DAYS: integer({
    min: 0,
    max: 36500,
    default: 90,
    about: 'how long quotes of landed cost are kept after they expired, but those that duties were asked by; 0 for ever',
  }),
  HEALTH_PORT: integer({ min: 0, max: 65535, default: 0, about: 'port of /health and /metrics of ingest and workers; 0 for none' }),
  LOG_LEVEL: choice({ of: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], default: 'info', about: 'how much is logged' }),
  CLOCK_SPEED: number({
    min: 0.001,
    max: 100000,
    default: 1,
    about: 'seconds of platform time a second; 1 unless a demonstration runs fast',
  }),
  CLOCK_ORIGIN: instant({ optional: true, about: 'wall-clock instant at which platform time was CLOCK_START' }),
  CLOCK_START: instant({ optional: true, about: 'platform time at CLOCK_ORIGIN' }),
} as const

export type VariableName = keyof typeof variables
