import { IdParams } from '@lading/shared/contract/common'
import { PartnerDetail } from '@lading/shared/contract/partner'
import { NewSubmission, SubmissionDecision, SubmissionList } from '@lading/shared/contract/partner-document'
import { PartnerProfile } from '@lading/shared/contract/partner-portal'
import { getPartner } from '@lading/store/postgres/partner/list'
import { decideSubmission, openSubmissions, submitDocument, takeBackSubmission } from '@lading/store/postgres/partner/submissions'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { codeOf } from '../../partner-portal/code-of.ts'
import { profileOf } from '../../partner-portal/what-partners-see.ts'

/** Documents that partners tell of themselves, and what staff say to that. */
export const partnerSubmissionRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  const who = (signedIn: SignedIn | undefined) => ({ userId: signedIn?.userId ?? null, now: clock.now() })
  const profile = async (code: string) => profileOf(await getPartner(db, code, clock.now()))
  const ofPartners = { config: { access: 'partner' } as const, tags: ['partner portal'] }

  app.post(
    '/v1/partner/documents',
    {
      config: ofPartners.config,
      schema: {
        tags: ofPartners.tags,
        summary: "Tell of a document of one's own",
        description: 'It counts once somebody of the staff has accepted it.',
        body: NewSubmission,
        response: { 200: PartnerProfile },
      },
    },
    async ({ signedIn, body }) => {
      await submitDocument(db, codeOf(signedIn), body, who(signedIn))
      return profile(codeOf(signedIn))
    },
  )

  app.delete(
    '/v1/partner/documents/:id',
    {
      config: ofPartners.config,
      schema: {
        tags: ofPartners.tags,
        summary: 'Take back what one told of and nobody has decided on',
        params: IdParams,
        response: { 200: PartnerProfile },
      },
    },
    async ({ signedIn, params: { id } }) => {
      await takeBackSubmission(db, codeOf(signedIn), id)
      return profile(codeOf(signedIn))
    },
  )

  app.get(
    '/v1/partner-submissions',
    {
      config: { access: 'viewer' },
      schema: { tags: ['partners'], summary: 'Documents that partners told of, to be looked at', response: { 200: SubmissionList } },
    },
    () => openSubmissions(db),
  )

  app.post(
    '/v1/partner-submissions/:id/decision',
    {
      config: { access: 'operator' },
      schema: {
        tags: ['partners'],
        summary: 'Take a document that a partner told of as shown, or refuse it and say why',
        params: IdParams,
        body: SubmissionDecision,
        response: { 200: PartnerDetail },
      },
    },
    async ({ params: { id }, body, signedIn }) => getPartner(db, await decideSubmission(db, id, body, who(signedIn)), clock.now()),
  )
}
