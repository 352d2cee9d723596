import type { JobName } from '@lading/shared/jobs/names'
import type { JobRequest, Queue } from '@lading/store/queue/open'
import type { FastifyBaseLogger } from 'fastify'

/** Asks the workers for work that a change calls for. Where the queue is away their sweep finds it later, so the change stands. */
export const askForWork = async <Name extends JobName>(
  queue: Pick<Queue, 'request'>,
  log: FastifyBaseLogger,
  name: Name,
  job: JobRequest<Name>,
) => {
  try {
    await queue.request(name, [job])
  } catch (error) {
    log.warn({ err: error, job: name }, 'work could not be asked for; the sweep will find it')
  }
}

/** Risk of all shipments whose evidence changed, many changes in one job. */
export const askForRisk = (queue: Pick<Queue, 'request'>, log: FastifyBaseLogger) =>
  askForWork(queue, log, 'risk', { data: {}, deduplicationId: 'told' })

/** Forecasts of all that changed since the last one, many changes in one job. */
export const askForForecast = (queue: Pick<Queue, 'request'>, log: FastifyBaseLogger) =>
  askForWork(queue, log, 'forecast', { data: {}, deduplicationId: 'due' })
