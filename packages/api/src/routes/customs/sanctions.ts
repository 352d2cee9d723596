import { IdParams } from '@lading/shared/contract/common'
import {
  HitDecision,
  HitQuery,
  ImportedSanctions,
  SanctionsEntries,
  SanctionsListCode,
  SanctionsLists,
  SanctionsSource,
  ScreeningHit,
  ScreeningHits,
} from '@lading/shared/contract/sanctions'
import { decideHit, hitsOf } from '@lading/store/postgres/sanctions/hits'
import { importSanctions, listSanctions, removeSanctions } from '@lading/store/postgres/sanctions/lists'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { readSanctions } from '../../csv/sanctions.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['partners']
const CodeParams = Type.Object({ code: SanctionsListCode })
// The consolidated lists of the European Union and the United States have some ten thousand entries each.
const bodyLimit = 32_000_000

/** Lists of names that nobody may work with, and what is like them among our partners. */
export const sanctionsRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))
  const who = (signedIn: SignedIn | undefined) => ({ userId: signedIn?.userId ?? null, now: clock.now() })

  app.get(
    '/v1/sanctions-lists',
    { config: { access: 'viewer' }, schema: { tags, summary: 'Lists that partners are held against', response: { 200: SanctionsLists } } },
    async () => ({ items: await listSanctions(db) }),
  )

  app.put(
    '/v1/sanctions-lists/:code',
    {
      bodyLimit,
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Import a list in place of what was known of it, and hold all partners against it',
        description:
          'CSV with the columns ref and name and, where known, aliases (separated by semicolons), country and note; or the same as JSON. All of it or nothing. What a person has decided on stays as long as the names do.',
        params: CodeParams,
        querystring: SanctionsSource,
        body: { content: { 'text/csv': { schema: Type.String() }, 'application/json': { schema: SanctionsEntries } } },
        response: { 200: ImportedSanctions },
      },
    },
    async ({ params: { code }, query, body, signedIn }) =>
      importSanctions(db, code, query, typeof body === 'string' ? readSanctions(body) : (body as SanctionsEntries), who(signedIn)),
  )

  app.delete(
    '/v1/sanctions-lists/:code',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Hold nobody against a list any more', params: CodeParams, response: { 204: Type.Null() } },
    },
    async ({ params: { code }, signedIn }, reply) => {
      await removeSanctions(db, code, who(signedIn))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/v1/screening-hits',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Partners whose names are like one on a list', querystring: HitQuery, response: { 200: ScreeningHits } },
    },
    async ({ query }) => ({ items: await hitsOf(db, query) }),
  )

  app.post(
    '/v1/screening-hits/:id/decision',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Say whether a partner is the one on the list, or another',
        params: IdParams,
        body: HitDecision,
        response: { 200: ScreeningHit },
      },
    },
    ({ params: { id }, body, signedIn }) => decideHit(db, id, { state: body.state, note: body.note?.trim() || null }, who(signedIn)),
  )
}
