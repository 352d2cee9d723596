import { Id } from '@lading/shared/contract/common'
import { ImportedPartners, NewPartner, PartnerDetail, PartnerList, PartnerQuery, Suspension } from '@lading/shared/contract/partner'
import { PartnerCode, PartnerParams } from '@lading/shared/contract/partner-code'
import { NewPartnerDocument } from '@lading/shared/contract/partner-document'
import { addDocument, removeDocument } from '@lading/store/postgres/partner/documents'
import { getPartner, listPartners } from '@lading/store/postgres/partner/list'
import { putPartners } from '@lading/store/postgres/partner/put'
import { suspend } from '@lading/store/postgres/partner/suspend'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import { readPartners } from '../../csv/partners.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['partners']
const operator = { access: 'operator' } as const
// Five thousand partners.
const bodyLimit = 4_000_000

/** The register of partners: who they are, what they have shown, and whether they may be given work. */
export const partnerRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))
  const who = (signedIn: SignedIn | undefined) => ({ userId: signedIn?.userId ?? null, now: clock.now() })
  const get = (code: string) => getPartner(db, code, clock.now())

  app.get(
    '/v1/partners',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'Partners with status and score, those first whose documents end first',
        querystring: PartnerQuery,
        response: { 200: PartnerList },
      },
    },
    ({ query }) => listPartners(db, query, clock.now()),
  )

  app.get(
    '/v1/partners/:code',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'A partner with its documents, score by aspect and history',
        params: PartnerParams,
        response: { 200: PartnerDetail },
      },
    },
    ({ params: { code } }) => get(code),
  )

  app.put(
    '/v1/partners/:code',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Add a partner, or say anew what it is; what is left out is nothing',
        description: 'Its names are held against the lists of sanctions at once. What has changed is kept in its history.',
        params: PartnerParams,
        body: NewPartner,
        response: { 200: PartnerDetail },
      },
    },
    async ({ params: { code }, body, signedIn, log }) => {
      await putPartners(db, [{ code, partner: body }], who(signedIn))
      await askForWork(queue, log, 'partners', { data: {}, deduplicationId: 'due' })
      return get(code)
    },
  )

  app.post(
    '/v1/partners',
    {
      bodyLimit,
      config: operator,
      schema: {
        tags,
        summary: 'Import partners',
        description:
          'CSV with the columns code, name, country and roles (separated by semicolons: supplier, carrier, forwarder, broker, warehouse, marketplace, buyer) and, where known, aliases (by semicolons), review_due, vat, eori, lei, gln, scac, iata, registration and other. All of it or nothing; what is known is said anew.',
        body: { content: { 'text/csv': { schema: Type.String() } } },
        response: { 200: ImportedPartners },
      },
    },
    async ({ body, signedIn, log }) => {
      const partners = readPartners(body as string)
      const imported = await putPartners(db, partners, who(signedIn))
      await askForWork(queue, log, 'partners', { data: {}, deduplicationId: 'due' })
      return { partners: partners.length, imported }
    },
  )

  app.post(
    '/v1/partners/:code/documents',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Tell of a document that it has shown',
        params: PartnerParams,
        body: NewPartnerDocument,
        response: { 200: PartnerDetail },
      },
    },
    async ({ params: { code }, body, signedIn }) => {
      await addDocument(db, code, body, who(signedIn))
      return get(code)
    },
  )

  app.delete(
    '/v1/partners/:code/documents/:id',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Take a document back; that it was there stays in the history',
        params: Type.Object({ code: PartnerCode, id: Id }),
        response: { 200: PartnerDetail },
      },
    },
    async ({ params: { code, id }, signedIn }) => {
      await removeDocument(db, code, id, who(signedIn))
      return get(code)
    },
  )

  app.put(
    '/v1/partners/:code/suspension',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Take a partner out of use, and say why',
        params: PartnerParams,
        body: Suspension,
        response: { 200: PartnerDetail },
      },
    },
    async ({ params: { code }, body, signedIn }) => {
      await suspend(db, code, body.reason.trim(), who(signedIn))
      return get(code)
    },
  )

  app.delete(
    '/v1/partners/:code/suspension',
    {
      config: operator,
      schema: { tags, summary: 'Take a partner into use again', params: PartnerParams, response: { 200: PartnerDetail } },
    },
    async ({ params: { code }, signedIn }) => {
      await suspend(db, code, null, who(signedIn))
      return get(code)
    },
  )
}
