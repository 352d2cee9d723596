import { CurrencyParams } from '@lading/shared/contract/exchange-rate'
import { PlaybookRun, PlaybookRuns, StartPlaybook } from '@lading/shared/contract/playbook'
import { askForPlaybook, runsOf } from '@lading/store/postgres/playbook/run'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import type { App } from '../../app.ts'
import { changeOfWarned, createExposure } from '../../currency/exposure.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['warnings']

/** What is done, step by step, about a currency that got dearer. */
export const currencyPlaybookRoutes = async (app: App, { database, settings, clock }: Dependencies) => {
  const exposure = createExposure({ database, settings, clock })

  app.get(
    '/v1/currency-exposure/:currency/playbooks',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Playbooks that were begun for a currency', params: CurrencyParams, response: { 200: PlaybookRuns } },
    },
    async ({ params }) => ({ items: await runsOf(database.db, params) }),
  )

  app.post(
    '/v1/currency-exposure/:currency/playbooks',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Begin a playbook for a currency that got dearer; again only once it was worked through',
        params: CurrencyParams,
        body: StartPlaybook,
        response: { 201: PlaybookRun },
      },
    },
    async ({ params, body: { playbookId }, signedIn }, reply) => {
      changeOfWarned(await exposure(), params.currency, 'It cannot be begun.')
      const { userId } = signedIn as SignedIn
      const id = await askForPlaybook(database.db, params, playbookId, userId, { now: clock.now(), speed: clock.speed })
      const run = (await runsOf(database.db, params)).find((each) => each.id === id)
      return reply.code(201).send(run as NonNullable<typeof run>)
    },
  )
}
