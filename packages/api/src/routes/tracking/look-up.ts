import formBody from '@fastify/formbody'
import { shownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { findByNumber } from '@lading/store/postgres/shipment/find-by-number'
import { findByFactor } from '@lading/store/postgres/shipment-contact/find'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { callerOf } from '../../plugins/limits.ts'
import { readAssets } from '../../tracking-page/assets.ts'
import { LanguageQuery, sendPage, textsFor } from '../../tracking-page/reader.ts'
import { lookUpPage, type Outcome } from '../../tracking-page/views/look-up.ts'
import { whatStrangersSee } from '../../tracking-page/what-strangers-see.ts'

const tags = ['tracking page']
const NumberAsked = Type.String({ maxLength: 60 })
const LookUpQuery = Type.Object({ ...LanguageQuery.properties, number: Type.Optional(NumberAsked) })
const LookUp = Type.Object({
  number: NumberAsked,
  factor: Type.Optional(Type.String({ maxLength: 254, description: 'postcode or e-mail address of the recipient' })),
})

const config = { access: 'public' } as const
const response = { 200: Type.String(), 404: Type.String(), 429: Type.String() }

// A person looks up a few numbers and mistypes a few times; whoever does more is trying numbers, or postcodes for one of them.
const lookUpsPerAddress = { max: 30, timeWindow: '10 minutes' }
const triesPerNumber = { max: 10, timeWindow: '10 minutes' }

// Long enough to read it, far too short to be passed around; the sender's own links last.
const linkDays = 1

/**
 * Look-up by number, for whoever has no link. The number alone says little; with the recipient's postcode or e-mail address
 * it opens the whole page by a link of its own. Limited for each address, and for each number, known or not.
 */
export const trackingLookUpRoutes = async (app: App, { database: { db, sql }, clock, settings }: Dependencies) => {
  const { dataKey, publicUrl, dashboardDirectory } = settings
  const secure = publicUrl.startsWith('https:')
  const assets = readAssets(dashboardDirectory)
  const lookUps = app.createRateLimit({ ...lookUpsPerAddress, keyGenerator: (request) => `look-up ${callerOf(request)}` })
  const tries = app.createRateLimit({
    ...triesPerNumber,
    keyGenerator: ({ body }) => `look-up of ${plain((body as { number: string }).number)}`,
  })
  await app.register(formBody)

  const answer = (request: FastifyRequest, reply: FastifyReply, number: string, outcome: Outcome) => {
    const texts = textsFor(request, reply, { secure })
    return sendPage(
      reply.code(statusFor[outcome.kind]),
      lookUpPage({ texts, assets, now: clock.now(), number, outcome, factors: dataKey !== undefined }),
    )
  }
  const tooMany = (request: FastifyRequest, reply: FastifyReply, number: string, seconds: number) =>
    answer(request, reply.header('retry-after', seconds), number, { kind: 'too-many' })

  const coarse = async (number: string): Promise<Outcome> => {
    const id = await findByNumber(db, number)
    const shipment = id === undefined ? undefined : await shownShipment(sql, id)
    return shipment ? { kind: 'coarse', view: whatStrangersSee(shipment) } : { kind: 'unknown' }
  }

  app.get(
    '/track',
    {
      config,
      schema: {
        tags,
        summary: 'Look-up by number; the number alone says little',
        querystring: LookUpQuery,
        produces: ['text/html'],
        response,
      },
    },
    async (request, reply) => {
      const number = plain(request.query.number ?? '')
      if (number === '') return answer(request, reply, '', { kind: 'asked-nothing' })
      const soFar = await lookUps(request)
      if (!soFar.isAllowed && soFar.isExceeded) return tooMany(request, reply, number, soFar.ttlInSeconds)
      return answer(request, reply, number, await coarse(number))
    },
  )

  app.post(
    '/track',
    {
      config,
      schema: {
        tags,
        summary: "The whole tracking page, for whoever knows the recipient's postcode or e-mail address",
        body: LookUp,
        consumes: ['application/x-www-form-urlencoded'],
        produces: ['text/html'],
        response: { 303: Type.Null(), 404: Type.String(), 429: Type.String() },
      },
    },
    async (request, reply) => {
      const number = plain(request.body.number)
      const factor = request.body.factor?.trim() ?? ''
      if (factor === '') return reply.redirect(`/track?${new URLSearchParams({ number })}`, 303)
      const soFar = await lookUps(request)
      if (!soFar.isAllowed && soFar.isExceeded) return tooMany(request, reply, number, soFar.ttlInSeconds)
      // Counted before it is known how it ends: many at once gain nothing.
      const tried = await tries(request)
      if (!tried.isAllowed && tried.isExceeded) return tooMany(request, reply, number, tried.ttlInSeconds)
      const id = dataKey === undefined ? undefined : await findByFactor(db, { trackingNumber: number, factor, dataKey })
      if (id === undefined) return answer(request, reply, number, { kind: 'no-match' })
      const { token } = await createTrackingLink(db, id, linkDays, { byFactor: true })
      return reply.redirect(`/track/${token}`, 303)
    },
  )
}

const statusFor: Record<Outcome['kind'], number> = { 'asked-nothing': 200, coarse: 200, unknown: 404, 'no-match': 404, 'too-many': 429 }

// Numbers are written in groups, and on a phone in small letters.
const plain = (number: string) => number.toUpperCase().replace(/\s+/g, '')
