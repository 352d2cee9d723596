import { IdParams } from '@lading/shared/contract/common'
import {
  DeadLetterCounts,
  DeadLetterPage,
  DeadLetterQuery,
  DeadLetterWithPayload,
  ReplayAnswer,
  ReplayRequest,
  UnknownDevices,
} from '@lading/shared/contract/dead-letter'
import { countDeadLetters } from '@lading/store/postgres/dead-letter/counts'
import { getDeadLetter } from '@lading/store/postgres/dead-letter/get'
import { listDeadLetters } from '@lading/store/postgres/dead-letter/list'
import { countWaitingForReplay, requestReplay } from '@lading/store/postgres/dead-letter/request-replay'
import { listUnknownDevices } from '@lading/store/postgres/dead-letter/unknown-devices'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['dead letters']

export const deadLetterRoutes = async (app: App, { database: { db } }: Dependencies) => {
  app.get(
    '/v1/dead-letters',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Messages that could not be stored, newest first',
        querystring: DeadLetterQuery,
        response: { 200: DeadLetterPage },
      },
    },
    ({ query: { limit = 50, ...filter } }) => listDeadLetters(db, { ...filter, limit }),
  )

  app.get(
    '/v1/dead-letters/counts',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'How many there are for each reason', response: { 200: DeadLetterCounts } },
    },
    async () => {
      const [items, waitingForReplay] = await Promise.all([countDeadLetters(db), countWaitingForReplay(db)])
      return { items, waitingForReplay }
    },
  )

  app.get(
    '/v1/dead-letters/:id',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'One of them, with its payload', params: IdParams, response: { 200: DeadLetterWithPayload } },
    },
    async ({ params }) => {
      const letter = await getDeadLetter(db, params.id)
      if (!letter) throw new DomainError('dead-letter-not-found', 'There is no such dead letter; it may have been replayed.')
      return letter
    },
  )

  app.post(
    '/v1/dead-letters/replay',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Send dead letters through ingest again',
        description: 'Those that fail again are kept with their new reason. Letters of which only the beginning was kept stay as they are.',
        body: ReplayRequest,
        response: { 202: ReplayAnswer },
      },
    },
    async ({ body }, reply) => reply.code(202).send({ requested: await requestReplay(db, body, new Date()) }),
  )

  app.get(
    '/v1/devices/unknown',
    {
      config: { access: 'viewer' },
      schema: { tags: ['devices'], summary: 'Devices that report and are not registered', response: { 200: UnknownDevices } },
    },
    async () => ({ items: await listUnknownDevices(db) }),
  )
}
