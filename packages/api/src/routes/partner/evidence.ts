import { PartnerParams } from '@lading/shared/contract/partner-code'
import {
  EvidenceQuery,
  ImportedPartnerEvidence,
  NewPartnerEvidence,
  PartnerEvidenceList,
  RecordedEvidence,
} from '@lading/shared/contract/partner-evidence'
import { recordEvidence } from '@lading/store/postgres/partner/record-evidence'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import { readPartnerEvidence } from '../../csv/partner-evidence.ts'
import type { Dependencies } from '../../dependencies.ts'
import { evidenceOfPartner } from '../../partner/evidence-of.ts'

const tags = ['partners']
// A hundred thousand rows.
const bodyLimit = 16_000_000

/** What the scores of partners rest on: the platform's own records as they are now, and what people recorded. */
export const partnerEvidenceRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))
  const who = (signedIn: SignedIn | undefined) => ({ userId: signedIn?.userId ?? null, now: clock.now() })

  app.get(
    '/v1/partners/:code/evidence',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'What the score of a partner rests on, thing by thing',
        params: PartnerParams,
        querystring: EvidenceQuery,
        response: { 200: PartnerEvidenceList },
      },
    },
    async ({ params: { code }, query: { aspect, bad, limit = 100 } }) => {
      const all = await evidenceOfPartner(db, code, clock.now())
      const wanted = all.filter((one) => (aspect === undefined || one.aspect === aspect) && (bad === undefined || one.isGood !== bad))
      return { items: wanted.reverse().slice(0, limit), total: wanted.length }
    },
  )

  app.post(
    '/v1/partners/:code/evidence',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Record what the platform does not see of a partner: a payment, a dispute, damage',
        params: PartnerParams,
        body: NewPartnerEvidence,
        response: { 200: RecordedEvidence },
      },
    },
    async ({ params: { code }, body, signedIn, log }) => {
      const recorded = await recordEvidence(db, [{ ...body, partner: code }], 'person', who(signedIn))
      await askForWork(queue, log, 'partners', { data: {}, deduplicationId: 'due' })
      return { recorded }
    },
  )

  app.post(
    '/v1/partner-evidence',
    {
      bodyLimit,
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Import what is known of partners',
        description:
          'CSV with the columns id, partner (its code), aspect (on-time, damage, excursions, claims, disputes, payment or data-quality), good (1 or 0) and at and, where known, count and note. All of it or nothing; an id that was imported for a partner before is passed over.',
        body: { content: { 'text/csv': { schema: Type.String() } } },
        response: { 200: ImportedPartnerEvidence },
      },
    },
    async ({ body, signedIn, log }) => {
      const told = readPartnerEvidence(body as string, clock.now())
      const imported = await recordEvidence(db, told, 'import', who(signedIn))
      await askForWork(queue, log, 'partners', { data: {}, deduplicationId: 'due' })
      return { rows: told.length, imported }
    },
  )
}
