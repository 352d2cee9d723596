import { ImportedStages } from '@lading/shared/contract/eta'
import { requestRun } from '@lading/store/postgres/model-run/request'
import { recordOutcomes } from '@lading/store/postgres/stage-outcome/record'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import { readArrivalHistory } from '../../csv/arrival-history.ts'
import type { Dependencies } from '../../dependencies.ts'

// A hundred thousand stages.
const bodyLimit = 16_000_000

export const arrivalHistoryRoutes = async (app: App, { database: { db }, queue }: Dependencies) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))

  app.post(
    '/v1/arrival-history',
    {
      bodyLimit,
      config: { access: 'operator' },
      schema: {
        tags: ['accuracy'],
        summary: 'Import how long the stages of past journeys took',
        description:
          'CSV with the columns id and actual_hours and, where known, stage (leg, dwell, border or handover; otherwise leg), started_at, mode, carrier, origin, destination, planned_hours, distance_km and any number of x_… columns. All of it or nothing; an id that was imported before is passed over. The model of arrival times is tested and trained anew.',
        body: { content: { 'text/csv': { schema: Type.String() } } },
        response: { 200: ImportedStages },
      },
    },
    async ({ body, log }) => {
      const outcomes = readArrivalHistory(body as string)
      const imported = await db.transaction((tx) => recordOutcomes(tx, outcomes))
      if (imported > 0) {
        const { id } = await requestRun(db, 'arrival', new Date())
        await askForWork(queue, log, 'train', { data: { runId: id, model: 'arrival' }, deduplicationId: 'arrival' })
      }
      return { stages: outcomes.length, imported }
    },
  )
}
