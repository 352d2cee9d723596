import { CustomsFiguresList, FiguresSource, ImportedFigures } from '@lading/shared/contract/customs'
import { listFigures } from '@lading/store/postgres/customs-figures/list'
import { putFigures } from '@lading/store/postgres/customs-figures/put'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { readCustomsFigures } from '../../csv/customs-figures.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['customs']

/** What is published of imports into a country, from which clearance times start before there are outcomes. */
export const customsFiguresRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))

  app.get(
    '/v1/customs/figures',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Published figures, with their source and year', response: { 200: CustomsFiguresList } },
    },
    async () => ({ items: await listFigures(db) }),
  )

  app.post(
    '/v1/customs/figures',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Import published hours and scores',
        description:
          'CSV with iso3, iso2 or country, and one of: columns import_border_compliance_hours_YYYY and import_documentary_compliance_hours_YYYY; columns series_code, year and value (IC.IMP.TMBC, IC.IMP.TMDC and LP.LPI.CUST.XQ are used); columns year and any of border_hours, document_hours and customs_score. All of it or nothing; figures of the same country, year and source are replaced.',
        querystring: FiguresSource,
        body: { content: { 'text/csv': { schema: Type.String() } } },
        response: { 200: ImportedFigures },
      },
    },
    async ({ body, query: { source } }) => {
      const now = clock.now()
      const { figures, ...read } = readCustomsFigures(body as string, now)
      return { ...read, imported: await db.transaction((tx) => putFigures(tx, figures, source, now)) }
    },
  )
}
