import {
  ClaimAttachment,
  ClaimComment,
  ClaimDetail,
  ClaimMove,
  ClaimPackParams,
  ClaimPage,
  ClaimQuery,
  ClaimVerification,
  ClaimVerifyQuery,
  NewClaim,
} from '@lading/shared/contract/claim'
import { IdParams } from '@lading/shared/contract/common'
import { getClaim, listClaims } from '@lading/store/postgres/claim/list'
import { moveClaim } from '@lading/store/postgres/claim/move'
import type { Actor } from '@lading/store/postgres/claim/rows'
import { verifyClaim } from '@lading/store/postgres/claim/verify'
import { attachToClaim, commentOnClaim, packClaim, readPack } from '@lading/store/postgres/claim/write'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import { gatherPack } from '../../claim/gather-pack.ts'
import { openWithEvidence } from '../../claim/open.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['partners']
const viewer = { access: 'viewer' } as const
const operator = { access: 'operator' } as const

/** Claims and disputes: states, deadlines, decisions, and all of it in a chain of hashes, so that later changes show. */
export const claimRoutes = async (app: App, { database: { db }, telemetry, queue, clock }: Dependencies) => {
  const who = (signedIn: SignedIn | undefined): Actor => ({ userId: signedIn?.userId ?? null, now: clock.now() })
  const get = (id: string) => getClaim(db, id, clock.now())
  const deed = (summary: string, description?: string) => ({
    ...{ tags, summary, params: IdParams, response: { 200: ClaimDetail } },
    ...(description !== undefined && { description }),
  })

  app.get(
    '/v1/claims',
    { config: viewer, schema: { tags, summary: 'Claims, the last opened first', querystring: ClaimQuery, response: { 200: ClaimPage } } },
    ({ query: { limit = 50, ...filter } }) => listClaims(db, { ...filter, limit }, clock.now()),
  )

  app.get('/v1/claims/:id', { config: viewer, schema: deed('A claim with all that was written down of it') }, ({ params: { id } }) =>
    get(id),
  )

  app.post(
    '/v1/claims',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Open a claim against a partner, or dispute a piece of evidence for it',
        description:
          'Against a partner it is about a shipment or an order and says how much. Of the kind score it names a piece of evidence that the partner says is wrong; once upheld, that counts no longer.',
        body: NewClaim,
        response: { 200: ClaimDetail },
      },
    },
    async ({ body, signedIn }) => get(await openWithEvidence(db, body, who(signedIn))),
  )

  app.post(
    '/v1/claims/:id/moves',
    {
      config: operator,
      schema: {
        ...deed(
          'Move a claim on',
          'opened → acknowledged → under-review → offered, accepted or rejected; rejected → appealed → under-review; accepted → settled → closed. What may not follow is refused with what may.',
        ),
        body: ClaimMove,
      },
    },
    async ({ params: { id }, body, signedIn, log }) => {
      await moveClaim(db, id, body, who(signedIn))
      await askForWork(queue, log, 'partners', { data: {}, deduplicationId: 'due' })
      return get(id)
    },
  )

  app.post(
    '/v1/claims/:id/comments',
    { config: operator, schema: { ...deed('Write a comment to a claim'), body: ClaimComment } },
    async ({ params: { id }, body: { text }, signedIn }) => {
      await commentOnClaim(db, id, text, who(signedIn))
      return get(id)
    },
  )

  app.post(
    '/v1/claims/:id/attachments',
    {
      config: operator,
      schema: {
        ...deed(
          'Note a piece of evidence that is kept elsewhere',
          'Its SHA-256 shows later that it is the same; the file itself is not kept.',
        ),
        body: ClaimAttachment,
      },
    },
    async ({ params: { id }, body, signedIn }) => {
      await attachToClaim(db, id, body, who(signedIn))
      return get(id)
    },
  )

  app.post(
    '/v1/claims/:id/packs',
    {
      config: operator,
      schema: deed(
        'Make an evidence pack of what is known now, and note its hash in the chain',
        'The shipment with legs and milestones, its track, condition, alerts, what parties said, and declarations with their documents; or the order with what came of it.',
      ),
    },
    async ({ params: { id }, signedIn }) => {
      const contents = await gatherPack({ db, telemetry, now: clock.now() }, await get(id))
      await packClaim(db, id, contents, who(signedIn))
      return get(id)
    },
  )

  app.get(
    '/v1/claims/:id/packs/:sequence',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'An evidence pack: the same bytes whenever it is asked for',
        description: 'With the chain up to the entry that notes its hash, and how hashes are made; see docs/claims.md for how to check it.',
        params: ClaimPackParams,
        response: { 200: { content: { 'application/json': { schema: Type.Unknown() } } } },
      },
    },
    async ({ params: { id, sequence } }, reply) => {
      const pack = await readPack(db, id, sequence)
      const { number } = await get(id)
      reply.header('content-disposition', `attachment; filename="${number}-${sequence}.json"`).type('application/json')
      return reply.serializer((text) => text as string).send(pack)
    },
  )

  app.get(
    '/v1/claims/:id/verification',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'Whether what is kept of a claim is what was written',
        params: IdParams,
        querystring: ClaimVerifyQuery,
        response: { 200: ClaimVerification },
      },
    },
    ({ params: { id }, query: { head } }) => verifyClaim(db, id, head),
  )
}
