import { caOrExit } from '@lading/process/ca-or-exit'
import { createClosing } from '@lading/process/closing'
import { configOrExit } from '@lading/process/config-or-exit'
import { openLog } from '@lading/process/open-log'
import { serveHealth } from '@lading/process/serve-health'
import { systemClock } from '@lading/shared/clock'
import { clockFromConfig } from '@lading/shared/config/clock-from-config'
import { processVariables } from '@lading/shared/config/processes'
import type { Reading } from '@lading/shared/domain/reading'
import { keepDeadLetters } from '@lading/store/postgres/dead-letter/keep'
import { replayDeadLetters } from '@lading/store/postgres/dead-letter/replay'
import { knownDeviceIds } from '@lading/store/postgres/device/known-ids'
import { advanceLatest } from '@lading/store/postgres/device-latest/advance'
import { keepDoubts } from '@lading/store/postgres/device-latest/keep-doubts'
import { type KnownFix, recallDevices } from '@lading/store/postgres/device-latest/recall'
import { addToLedgers } from '@lading/store/postgres/device-ledger/add'
import { openDatabase } from '@lading/store/postgres/open'
import { openQueue } from '@lading/store/queue/open'
import { openTelemetry } from '@lading/store/telemetry/open'
import { createBatcher } from './batcher.ts'
import { createCodecs } from './codecs/index.ts'
import { mappingsOrExit } from './codecs/mapping/mappings-or-exit.ts'
import { createLedger } from './ledger.ts'
import { createLivePositions } from './live-positions.ts'
import { createMetrics } from './metrics.ts'
import { connectBroker } from './mqtt/connect.ts'
import { deferAcknowledgement } from './mqtt/deferred-acknowledgement.ts'
import { subscribeAlways } from './mqtt/subscribe.ts'
import { createPipeline } from './pipeline.ts'
import { createRegistry } from './registry.ts'
import { createReplay } from './replay.ts'
import { createRetry } from './retry.ts'
import { createSettle } from './settle.ts'
import { createTrackingRequests } from './tracking-requests.ts'

const config = configOrExit(processVariables.ingest)
const mappings = mappingsOrExit(config.INGEST_MAPPINGS)
const log = openLog({ level: config.LOG_LEVEL, base: { process: 'ingest' } })
const clock = clockFromConfig(config)
const closing = createClosing({ deadlineMs: 9_000, log })

const database = openDatabase(config.POSTGRES_URL, { connections: 4 })
closing.add('PostgreSQL', database.close)
const telemetry = openTelemetry(config, { database })
closing.add('telemetry', telemetry.close)
const queue = openQueue(config.QUEUE_URL ?? config.POSTGRES_URL, { onError: (error) => log.warn({ err: error }, 'The queue is away') })
closing.add('queue', queue.close)
const client = connectBroker({
  url: config.MQTT_URL,
  username: config.MQTT_USERNAME,
  password: config.MQTT_PASSWORD,
  ca: caOrExit(config.MQTT_CA),
  clientId: config.INGEST_CLIENT_ID,
  receiveMaximum: config.INGEST_IN_FLIGHT_MAX,
  onError: (error) => log.warn({ err: error }, 'The broker is away or refuses'),
})
closing.add('broker', () => client.endAsync())

const metrics = createMetrics({ inFlight: () => source.inFlight() })
const source = deferAcknowledgement(client, {
  take: (delivery) => batcher.add(delivery),
  now: () => clock.now().getTime(),
  messagesMax: config.INGEST_IN_FLIGHT_MAX,
  bytesMax: 64 * 1024 * 1024,
})
const codecs = createCodecs({
  mappings,
  traccarTopic: config.TRACCAR_TOPIC,
  // Without a connection there is nobody to ask; whoever speaks next is asked again.
  publish: (topic, payload) => client.connected && client.publish(topic, payload),
  nowMs: () => systemClock.now().getTime(),
})
const tracking = createTrackingRequests({
  queue,
  onError: (error) => log.warn({ err: error }, 'Jobs were not taken; the sweep will find the devices'),
})
closing.add('tracking requests', tracking.close)
const ledger = createLedger({
  add: (entries) => addToLedgers(database.sql, entries, systemClock.now()),
  onError: (error) => log.warn({ err: error }, 'What became of a second of messages is not in the ledgers of their devices'),
})
closing.add('ledger', ledger.close)
const screening = {
  codecs,
  clock,
  registry: createRegistry({ knownIds: (ids) => knownDeviceIds(database.sql, ids), now: () => performance.now() }),
  recall: (ids: Iterable<string>) => recallDevices(database.sql, ids),
}
const settling = {
  telemetry,
  advanceLatest: (readings: Reading[]) => advanceLatest(database.sql, readings),
  keepDoubts: (doubts: Map<string, KnownFix>) => keepDoubts(database.sql, doubts),
  announce: createLivePositions(client),
  requestTracking: tracking.add,
  note: ledger.note,
  retry: createRetry({
    signal: closing.signal,
    onFailed: (stage, error) => {
      metrics.outage(stage)
      log.error({ err: error, stage }, 'Not possible now; messages wait, and it is tried again')
    },
    onRecovered: (stage, attempts) => log.info({ stage, attempts }, 'Possible again'),
  }),
  metrics,
  wallClock: systemClock,
}
const batcher = createBatcher({
  batchMax: config.INGEST_BATCH_MAX,
  onError: (error) => {
    if (closing.signal.aborted) return
    log.fatal({ err: error }, 'A batch could not be settled; its messages will be delivered again')
    process.exit(1)
  },
  settle: createSettle({
    ...settling,
    pipeline: createPipeline({
      ...screening,
      flood: { rate: config.INGEST_DEVICE_RATE, burst: config.INGEST_DEVICE_BURST, now: () => performance.now() },
    }),
    keepDeadLetters: (letters) => keepDeadLetters(database.db, letters),
    acknowledge: source.acknowledge,
  }),
})
closing.add('messages in flight', async () => {
  source.stop()
  await batcher.drain()
})

const replay = createReplay({
  take: (limit, process) => replayDeadLetters(database.db, limit, process),
  settleInto: (keep) =>
    createSettle({
      ...settling,
      // Whoever asks for a flood to be replayed wants all of it.
      pipeline: createPipeline({ ...screening, flood: { rate: 0, burst: Number.POSITIVE_INFINITY, now: () => 0 } }),
      keepDeadLetters: keep,
      // Nobody waits for an acknowledgement.
      acknowledge: () => 0,
      metrics: { ...metrics, received: metrics.replayed },
    }),
  clock,
  onError: (error) => log.warn({ err: error }, 'Dead letters cannot be replayed now; it is tried again'),
})
closing.add('replay', replay.close)

const subscription = subscribeAlways(client, {
  codecs,
  group: config.INGEST_GROUP,
  onError: (error) => log.error({ err: error }, 'The subscription failed'),
})
const { filters } = subscription
client.on('connect', ({ sessionPresent }) => log.info({ mqtt: client.options.protocolVersion, sessionPresent, filters }, 'Connected'))

client.on('connect', () => client.once('close', () => log.info('Disconnected')))

const health = await serveHealth({
  port: config.HEALTH_PORT,
  metrics: metrics.text,
  ready: async () => {
    if (!subscription.isSubscribed()) throw new Error('not subscribed at the broker')
    await Promise.all([telemetry.ping(), database.sql`select 1`])
  },
}).catch((error: Error) => {
  log.fatal(`HEALTH_PORT ${config.HEALTH_PORT} cannot be used: ${error.message}`)
  process.exit(1)
})
closing.add('health', health.close)
log.info({ telemetry: config.INFLUX_URL ? 'influx' : 'postgres', healthPort: config.HEALTH_PORT }, 'Started')
