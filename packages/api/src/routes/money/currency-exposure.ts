import { CurrencyParams, CurrencySnooze, ExposureList } from '@lading/shared/contract/exchange-rate'
import { liveTopics } from '@lading/shared/live/topics'
import { snoozeCurrency, wakeCurrency } from '@lading/store/postgres/currency-snooze/keep'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import type { App } from '../../app.ts'
import { changeOfWarned, createExposure } from '../../currency/exposure.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['currencies']
const viewer = { access: 'viewer' } as const
const operator = { access: 'operator' } as const

/** What open orders in others than the own currency have come to cost, and setting one aside that got dearer. */
export const currencyExposureRoutes = async (app: App, { database, bus, settings, clock }: Dependencies) => {
  const { db } = database
  const tell = () => bus.publish(liveTopics.currencies, {})
  const exposure = createExposure({ database, settings, clock })

  app.get(
    '/v1/currency-exposure',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'What open purchase orders in other currencies were worth when they were placed, and are worth now',
        description: 'What has not come counts as not paid. Drafts are left out.',
        response: { 200: ExposureList },
      },
    },
    exposure,
  )

  app.put(
    '/v1/currency-exposure/:currency/snooze',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Set a currency that got dearer aside until a time; it comes back before, when it gets much dearer',
        params: CurrencyParams,
        body: CurrencySnooze,
        response: { 200: ExposureList },
      },
    },
    async ({ params: { currency }, body: { until }, signedIn }) => {
      const now = clock.now()
      if (Date.parse(until) <= now.getTime())
        throw new DomainError('not-valid', 'It cannot be set aside so.', [{ path: '/until', message: 'is over' }])
      const change = changeOfWarned(await exposure(), currency, 'It cannot be set aside.')
      await snoozeCurrency(db, currency, { until: new Date(until), change }, { userId: (signedIn as SignedIn).userId, now })
      tell()
      return exposure()
    },
  )

  app.delete(
    '/v1/currency-exposure/:currency/snooze',
    {
      config: operator,
      schema: { tags, summary: 'Bring a currency back that was set aside', params: CurrencyParams, response: { 200: ExposureList } },
    },
    async ({ params: { currency } }) => {
      await wakeCurrency(db, currency)
      tell()
      return exposure()
    },
  )
}
