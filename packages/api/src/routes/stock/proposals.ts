import { IdParams } from '@lading/shared/contract/common'
import { Proposal, ProposalPage, ProposalQuery, Rejection } from '@lading/shared/contract/stock-plan'
import { DomainError } from '@lading/store/postgres/domain-error'
import { decideProposal } from '@lading/store/postgres/proposal/decide'
import { listProposals } from '@lading/store/postgres/proposal/list'
import type { App } from '../../app.ts'
import { askForForecast } from '../../ask-for-work.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Refusal } from '../../refusal.ts'

const tags = ['stock']

export const proposalRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  const existing = async (id: string): Promise<Proposal> => {
    const [proposal] = (await listProposals(db, { id, limit: 1 })).items
    if (!proposal) throw new DomainError('proposal-not-found', 'There is no such proposal.')
    return proposal
  }

  app.get(
    '/v1/stock/proposals',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'What is proposed, newest first', querystring: ProposalQuery, response: { 200: ProposalPage } },
    },
    ({ query: { limit = 50, ...filter } }) => listProposals(db, { ...filter, limit }),
  )

  const decide = async (id: string, userId: string | undefined, decision: Parameters<typeof decideProposal>[2]) => {
    if (!userId) throw new Refusal(401, 'not-signed-in', 'Sign in with POST /v1/session.')
    await decideProposal(db, id, decision, { userId, now: clock.now() })
    return existing(id)
  }

  app.post(
    '/v1/stock/proposals/:id/approve',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Approve a proposal',
        description:
          'An order becomes the draft of a purchase order, a transfer is planned, and an order that is expedited is expected sooner.',
        params: IdParams,
        response: { 200: Proposal },
      },
    },
    async ({ params: { id }, signedIn, log }) => {
      const proposal = await decide(id, signedIn?.userId, { state: 'approved' })
      await askForForecast(queue, log)
      return proposal
    },
  )

  app.post(
    '/v1/stock/proposals/:id/reject',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Reject a proposal, with the reason', params: IdParams, body: Rejection, response: { 200: Proposal } },
    },
    async ({ params: { id }, body: { reason }, signedIn, log }) => {
      const proposal = await decide(id, signedIn?.userId, { state: 'rejected', reason })
      await askForForecast(queue, log)
      return proposal
    },
  )
}
