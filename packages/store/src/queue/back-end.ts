import {
  type FlowProducer as BullFlowProducer,
  type Queue as BullQueue,
  type Worker as BullWorker,
  createPostgresBackend,
  createRedisBackend,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
  withBackend,
} from 'bullmq'

// biome-ignore lint/suspicious/noExplicitAny: BullMQ's own types name the back end; beyond this file it makes no difference.
type AnyQueue = BullQueue<any, any, any, any, any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyWorker = BullWorker<any, any, any, any, any, any>

// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyFlowProducer = BullFlowProducer<any, any>

/** The name of Lading's one queue: a key prefix in Redis, a column in PostgreSQL. */
export const queueName = 'lading'

/** BullMQ on what the URL names: Redis for redis(s)://, PostgreSQL for postgres://. Nothing connects before `queue` or `worker`. */
export const backEndOf = (url: string) => (/^rediss?:/.test(url) ? onRedis(url) : onPostgres(url))

const retryStrategy = (attempt: number) => Math.min(attempt * 200, 5_000)

const onRedis = (url: string) => {
  const { Queue, Worker, FlowProducer } = withBackend(createRedisBackend)
  // Without an offline queue, requests fail at once while Redis is away instead of piling up in memory.
  const connection = { url, enableOfflineQueue: false, maxRetriesPerRequest: 1, retryStrategy }
  return {
    queue: (options: Omit<QueueOptions, 'connection'>): AnyQueue => new Queue(queueName, { ...options, connection }),
    flows: (): AnyFlowProducer => new FlowProducer({ connection }),
    worker: (processor: Processor, options: Omit<WorkerOptions, 'connection'>): AnyWorker =>
      new Worker(queueName, processor, { ...options, connection: { url, maxRetriesPerRequest: null, retryStrategy } }),
    migrate: async () => {},
  }
}

const onPostgres = (url: string) => {
  const { Queue, Worker, FlowProducer } = withBackend(createPostgresBackend)
  const connection = { connectionString: url, max: 2, connectionTimeoutMillis: 5_000 }
  return {
    queue: (options: Omit<QueueOptions, 'connection'>): AnyQueue => new Queue(queueName, { ...options, connection }),
    flows: (): AnyFlowProducer => new FlowProducer({ connection }),
    worker: (processor: Processor, options: Omit<WorkerOptions, 'connection'>): AnyWorker =>
      new Worker(queueName, processor, { ...options, connection: { ...connection, max: 4 } }),
    migrate: async () => {
      const queue = new Queue(queueName, { connection: { ...connection, migrate: true } })
      queue.on('error', () => {}) // The same error rejects the line below.
      try {
        await queue.waitUntilReady()
      } finally {
        await queue.close()
      }
    },
  }
}
