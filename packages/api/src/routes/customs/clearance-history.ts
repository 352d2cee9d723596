import { ImportedClearances } from '@lading/shared/contract/customs'
import { trainedModels } from '@lading/shared/domain/model'
import { recordClearances } from '@lading/store/postgres/clearance-outcome/record'
import { requestRun } from '@lading/store/postgres/model-run/request'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import { readClearanceHistory } from '../../csv/clearance-history.ts'
import type { Dependencies } from '../../dependencies.ts'

// A hundred thousand clearances.
const bodyLimit = 16_000_000

export const clearanceHistoryRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))

  app.post(
    '/v1/clearance-history',
    {
      bodyLimit,
      config: { access: 'operator' },
      schema: {
        tags: ['customs'],
        summary: 'Import how past clearances went',
        description:
          'CSV with the columns id, country, submitted_at, cleared_at and channel (released, documents or examination) and, where known, office, hs_code, mode, party, missing_documents and restrictions (both separated by semicolons). All of it or nothing; an id that was imported before is passed over. Of a party only a key is kept, by which its clearances are known again.',
        body: { content: { 'text/csv': { schema: Type.String() } } },
        response: { 200: ImportedClearances },
      },
    },
    async ({ body, log }) => {
      const clearances = readClearanceHistory(body as string, clock.now())
      const imported = await db.transaction((tx) => recordClearances(tx, clearances))
      if (imported > 0 && trainedModels.includes('customs')) {
        const { id } = await requestRun(db, 'customs', new Date())
        await askForWork(queue, log, 'train', { data: { runId: id, model: 'customs' }, deduplicationId: 'customs' })
      }
      return { clearances: clearances.length, imported }
    },
  )
}
