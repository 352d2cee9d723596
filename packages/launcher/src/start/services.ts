import { startInflux } from '@lading/services/influx'
import { startPostgres } from '@lading/services/postgres'
import { startRedis } from '@lading/services/redis'
import { namedServer, type ServerDeps, startSupervised } from './supervised-server.ts'

/** What each service is, in words for people, and the addresses for the processes. */
export type Services = {
  kinds: { telemetry: string; postgres: string; queue: string }
  variables: Record<'POSTGRES_URL', string> & Partial<Record<'INFLUX_URL' | 'QUEUE_URL', string>>
}

/**
 * The databases and the queue Lading runs on. One that the environment names is used as it is; the others are started here: the
 * embedded ones, or with `real` the ones this machine has. Those in processes of their own are started again when they crash.
 */
export const startServices = async (deps: ServerDeps): Promise<Services> => {
  const { real } = deps
  const postgres = async () => {
    const url = await namedServer('POSTGRES_URL', deps)
    return url
      ? { url, kind: 'as POSTGRES_URL says' }
      : { url: await startSupervised('postgres', 15_432, startPostgres, deps), kind: 'PostgreSQL, embedded' }
  }
  const telemetry = async () => {
    const url = await namedServer('INFLUX_URL', deps)
    if (url) return { url, kind: 'as INFLUX_URL says' }
    if (!real) return { url: undefined, kind: 'PostgreSQL, embedded' }
    const started = await startSupervised('influx', 18_086, startInflux, deps)
    // With its address, because people want to ask it themselves what it has stored.
    return { url: started, kind: `InfluxDB at ${started}` }
  }
  const queue = async () => {
    const url = await namedServer('QUEUE_URL', deps)
    if (url) return { url, kind: 'as QUEUE_URL says' }
    return real
      ? { url: await startSupervised('redis', 16_379, startRedis, deps), kind: 'Redis' }
      : { url: undefined, kind: 'PostgreSQL, embedded' }
  }

  const starting = [postgres(), telemetry(), queue()] as const
  // All of them settle first, so that one failure leaves no other half-started.
  await Promise.allSettled(starting)
  const [relational, readings, jobs] = await Promise.all(starting)
  return {
    kinds: { telemetry: readings.kind, postgres: relational.kind, queue: jobs.kind },
    variables: {
      POSTGRES_URL: relational.url,
      ...(readings.url && { INFLUX_URL: readings.url }),
      ...(jobs.url && { QUEUE_URL: jobs.url }),
    },
  }
}
