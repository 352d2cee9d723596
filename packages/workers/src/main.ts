import { caOrExit } from '@lading/process/ca-or-exit'
import { createClosing } from '@lading/process/closing'
import { configOrExit } from '@lading/process/config-or-exit'
import { openLog } from '@lading/process/open-log'
import { serveHealth } from '@lading/process/serve-health'
import { systemClock } from '@lading/shared/clock'
import { clockFromConfig } from '@lading/shared/config/clock-from-config'
import { processVariables } from '@lading/shared/config/processes'
import { liveTopics } from '@lading/shared/live/topics'
import { openDatabase } from '@lading/store/postgres/open'
import { openQueue } from '@lading/store/queue/open'
import { reportOutage } from '@lading/store/queue/report-outage'
import { openWorker } from '@lading/store/queue/worker'
import { openTelemetry } from '@lading/store/telemetry/open'
import { openBroker } from './broker.ts'
import { createHandlers } from './handlers.ts'
import { createExchangeRatesJob } from './jobs/exchange-rates.ts'
import { createHazardFeedsJob } from './jobs/hazard-feeds.ts'
import { createMailJob } from './jobs/mail.ts'
import { createRetainJob } from './jobs/retain.ts'
import { keepRepeating } from './keep-repeating.ts'
import { createLiveChanges } from './live-changes.ts'
import { openMail } from './mail/transport.ts'
import { createMetrics } from './metrics.ts'
import { createSeaLanes } from './models/plan-route/sea-lanes.ts'
import { openPush } from './push/transport.ts'
import { createArrivalKnowledge } from './training/arrival-knowledge.ts'
import { createClearanceKnowledge } from './training/clearance-knowledge.ts'
import { createTrainables } from './training/trainables.ts'

/** Wall-clock time between two sweeps. */
const sweepEveryMs = 15_000
/** Wall-clock time between two runs of the retention policy. */
const retainEveryMs = 3_600_000
/** Wall-clock time between two looks for predictions whose truth has come. */
const scoreEveryMs = 20_000
/** Wall-clock time between two looks for forecasts that are due; most are asked for when something changes. */
const forecastEveryMs = 60_000
/** Wall-clock time between two looks for shipments whose risk is due. */
const riskEveryMs = 10_000
/** Wall-clock time between two looks at what partners did. */
const partnersEveryMs = 60_000
/** Wall-clock time between two looks for what became news to recipients. */
const newsEveryMs = 5_000
/** Wall-clock time between two looks for mails that are to be tried again; of new ones the workers are told. */
const mailEveryMs = 30_000
/** Wall-clock time between two looks for newer exchange rates, which come once a working day. */
const ratesEveryMs = 4 * 3_600_000
/** The same for feeds of hazards, which publishers renew every few minutes. */
const hazardsEveryMs = 10 * 60_000
/** Platform time between two tests and trainings of the models; where it runs fast, not more often than learning can keep up with. */
const retrainEveryMs = 24 * 3_600_000
const retrainAtMostEveryMs = 10 * 60_000

const config = configOrExit(processVariables.workers)
const log = openLog({ level: config.LOG_LEVEL, base: { process: 'workers' } })
const closing = createClosing({ deadlineMs: 9_000, log })

try {
  await start()
} catch (error) {
  log.fatal({ err: error }, 'The workers cannot start')
  await closing.close('failed start', 1)
}

async function start() {
  const database = openDatabase(config.POSTGRES_URL, { connections: Math.min(10, config.WORKER_CONCURRENCY + 2) })
  closing.add('PostgreSQL', database.close)
  const telemetry = openTelemetry(config, { database })
  closing.add('telemetry', telemetry.close)
  const queueUrl = config.QUEUE_URL ?? config.POSTGRES_URL
  const onQueueError = (error: Error) => log.warn({ err: error }, 'The queue is away; trying again')
  const queue = openQueue(queueUrl, { onError: onQueueError })
  closing.add('queue', queue.close)
  const broker = openBroker({
    url: config.MQTT_URL,
    username: config.MQTT_USERNAME,
    password: config.MQTT_PASSWORD,
    ca: caOrExit(config.MQTT_CA),
    onError: reportOutage((error) => log.warn({ err: error }, 'The broker is away or refuses; live updates wait for it')),
  })
  closing.add('broker', broker.close)
  const live = createLiveChanges({ publish: broker.publish })
  closing.add('live updates', async () => live.flush())

  const metrics = createMetrics({ counts: queue.counts })
  const stopping = new AbortController()
  const clock = clockFromConfig(config)
  const retain = createRetainJob({
    database,
    telemetry,
    clock,
    wallClock: systemClock,
    readingDays: config.READING_DAYS,
    hourlyDays: config.HOURLY_DAYS,
    deadLetterDays: config.DEAD_LETTER_DAYS,
    contactDays: config.CONTACT_DAYS,
    quoteDays: config.QUOTE_DAYS,
    stopping: stopping.signal,
    onRetained: (retained) => {
      metrics.retained(retained)
      log.info(retained, 'Let go what has been kept for long enough')
    },
    onImpossible: (why) => log.warn({ why }, 'Readings are not thinned and stay'),
  })
  const { SMTP_URL, MAIL_FROM, DATA_KEY, PUBLIC_URL } = config
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = config
  const smtp = SMTP_URL ? openMail(SMTP_URL) : undefined
  if (smtp) closing.add('mail', smtp.close)
  const push = publicKey && privateKey && subject ? openPush({ publicKey, privateKey, subject }) : undefined
  if (push) closing.add('push', push.close)
  const mail =
    (smtp || push) && DATA_KEY && PUBLIC_URL
      ? createMailJob({
          db: database.db,
          dataKey: DATA_KEY,
          publicUrl: PUBLIC_URL.replace(/\/+$/, ''),
          mail: smtp && MAIL_FROM ? { from: MAIL_FROM, send: smtp.send } : undefined,
          push,
          clock,
          wallClock: systemClock,
          stopping: stopping.signal,
          onSettled: (outcome, message) => {
            metrics.mail(outcome)
            if (outcome !== 'sent') log.warn({ ...message, outcome }, 'A message to a recipient was not taken')
          },
        })
      : undefined
  const { EXCHANGE_RATES_URL: ratesUrl } = config
  const rates = ratesUrl
    ? createExchangeRatesJob({
        db: database.db,
        url: ratesUrl,
        clock,
        stopping: stopping.signal,
        onFetched: (fetched) => {
          log.info(fetched, 'Fetched exchange rates')
          if (fetched.imported > 0) broker.publish(liveTopics.currencies, '{}')
        },
      })
    : undefined
  const hazardFeeds = config.HAZARD_FEED_URLS?.split(/\s+/).filter(Boolean) ?? []
  const hazards =
    hazardFeeds.length > 0
      ? createHazardFeedsJob({
          db: database.db,
          urls: hazardFeeds,
          clock,
          stopping: stopping.signal,
          lookAgain: (shipmentIds) =>
            queue.request(
              'plan',
              shipmentIds.map((shipmentId) => ({ data: { shipmentId }, deduplicationId: shipmentId })),
            ),
          onTaken: (url, taken) => log.info({ url, ...taken }, 'Fetched a feed of hazards'),
          onMistakes: (url, mistakes) => log.warn({ url, mistakes }, 'Parts of a feed of hazards are not understood'),
        })
      : undefined
  const handlers = createHandlers({
    db: database.db,
    telemetry,
    queue,
    live,
    clock,
    arrival: createArrivalKnowledge({ db: database.db, clock }),
    clearance: createClearanceKnowledge({ db: database.db }),
    wallClock: systemClock,
    lanes: createSeaLanes(),
    retain,
    mail,
    rates,
    hazards,
    stopping: stopping.signal,
    trainables: createTrainables({ db: database.db, stopping: stopping.signal }),
  })
  const worker = await openWorker(queueUrl, handlers, {
    concurrency: config.WORKER_CONCURRENCY,
    onFailed: (error, job) => log[job.willRetry ? 'warn' : 'error']({ err: error, ...job }, 'A job failed'),
    onError: onQueueError,
    onFinished: metrics.finished,
  })
  closing.add('worker', worker.close)
  closing.add('long jobs', async () => stopping.abort())
  for (const [name, everyMs] of [
    ['sweep', sweepEveryMs],
    ['retain', retainEveryMs],
    ['score', scoreEveryMs],
    ['forecast', forecastEveryMs],
    ['risk', riskEveryMs],
    ['partners', partnersEveryMs],
    ...(mail
      ? ([
          ['news', newsEveryMs],
          ['mail', mailEveryMs],
        ] as const)
      : []),
    ...(rates ? ([['rates', ratesEveryMs]] as const) : []),
    ...(hazards ? ([['hazards', hazardsEveryMs]] as const) : []),
    ['retrain', Math.max(retrainAtMostEveryMs, retrainEveryMs / config.CLOCK_SPEED)],
  ] as const) {
    const repeating = await keepRepeating({ queue, name, everyMs, onError: onQueueError })
    closing.add(name, repeating.stop)
  }

  const health = await serveHealth({
    port: config.HEALTH_PORT,
    metrics: metrics.text,
    ready: async () => {
      await Promise.all([telemetry.ping(), database.sql`select 1`, queue.counts()])
    },
  })
  closing.add('health', health.close)
  log.info({ concurrency: config.WORKER_CONCURRENCY, healthPort: config.HEALTH_PORT }, 'Started')
}
