import formBody from '@fastify/formbody'
import { agoHoldsUntilMs } from '@lading/i18n/times'
import { feedbackLength } from '@lading/shared/contract/shipment'
import { TrackingMap } from '@lading/shared/contract/tracking-link'
import { drawnShipment } from '@lading/store/postgres/consumer/drawn-shipment'
import { giveFeedback } from '@lading/store/postgres/consumer/give-feedback'
import { shownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { brandOf } from '@lading/store/postgres/merchant/brand-of'
import { secretHash } from '@lading/store/postgres/secret'
import { findTrackingLink } from '@lading/store/postgres/tracking-link/find'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { limitPerLink, openToLinks } from '../../plugins/limits.ts'
import { allowFormsTo } from '../../plugins/security-headers.ts'
import { Refusal } from '../../refusal.ts'
import { readAssets } from '../../tracking-page/assets.ts'
import { brandShown } from '../../tracking-page/brand.ts'
import { calendarOf } from '../../tracking-page/calendar.ts'
import { renderPage } from '../../tracking-page/html.ts'
import { createKeptAnswers } from '../../tracking-page/kept-answers.ts'
import { whatTheMapShows } from '../../tracking-page/map.ts'
import { measuredTemperature } from '../../tracking-page/measured-temperature.ts'
import { createOffers, OutcomeQuery, outcomesOf } from '../../tracking-page/offers.ts'
import { LanguageQuery, pageHeaders, sendPage, sendWritten, textsFor } from '../../tracking-page/reader.ts'
import { notFoundPage } from '../../tracking-page/views/not-found.ts'
import { trackingPage } from '../../tracking-page/views/tracking.ts'
import { whatConsumersSee } from '../../tracking-page/what-consumers-see.ts'

const tags = ['tracking page']
const TokenParams = Type.Object({ token: Type.String({ maxLength: 200 }) })

const PageQuery = Type.Object({
  ...LanguageQuery.properties,
  feedback: Type.Optional(Type.String({ maxLength: 10 })),
  ...OutcomeQuery.properties,
})
const Feedback = Type.Object({
  rating: Type.Enum(['up', 'down']),
  comment: Type.Optional(Type.String({ maxLength: 2 * feedbackLength })),
})

// Whoever has a link says it once or twice; a shipment with more has been found by somebody who plays.
const feedbackLimit = { max: 5, timeWindow: '1 hour' }

const mostlyKept = { ...openToLinks, limitsItself: true } as const

/**
 * What a consumer opens: one page and the data of its map, for whoever has the link. What was found of a link, and
 * made of it, stands while nothing changes of what it shows.
 */
export const trackingPageRoutes = async (
  app: App,
  { database: { db, sql }, telemetry, clock, settings, metrics, links, payments }: Dependencies,
) => {
  const secure = settings.publicUrl.startsWith('https:')
  const assets = readAssets(settings.dashboardDirectory)
  const kept = createKeptAnswers({ clock, onAnswer: (from) => metrics.trackingAnswers.inc({ from }) })

  const find = async (token: string) => {
    const hash = secretHash(token)
    const found = await links.find(hash)
    if (!found) kept.forget(hash)
    return found && { hash, ...found }
  }
  const offers = createOffers({ db, settings })
  const { provider } = payments
  /** Pages with a form that leads to the payment provider: only theirs may. */
  const leadsToCheckout = new WeakSet<Buffer>()

  app.get(
    '/track/:token',
    {
      config: mostlyKept,
      schema: {
        tags,
        summary: 'The tracking page',
        params: TokenParams,
        querystring: PageQuery,
        produces: ['text/html'],
        response: { 200: Type.String(), 404: Type.String() },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const texts = textsFor(request, reply, { secure })
      const link = await find(token)
      const given = request.query.feedback === 'given'
      const outcomes = outcomesOf(request.query)
      const page =
        link &&
        (await kept.get(
          link.hash,
          link.version,
          ['page', texts.locale, given, outcomes.news, outcomes.wish, outcomes.duties].join(' '),
          async () => {
            const [shipment, merchant] = await Promise.all([shownShipment(sql, link.shipmentId), brandOf(db, link.shipmentId)])
            if (!shipment) return undefined
            const now = clock.now()
            let isWhole = true
            const [offered, measured] = await Promise.all([
              offers(token, shipment, outcomes, now),
              // The page is worth having while the readings cannot be asked for.
              measuredTemperature(shipment, telemetry, now).catch((error: unknown) => {
                request.log.warn({ err: error }, 'a tracking page does without what was measured')
                isWhole = false
                return undefined
              }),
            ])
            const view = whatConsumersSee(shipment, measured)
            const urls = { mapUrl: `/track/${token}/map.json`, calendarUrl: `/track/${token}/arrival.ics` }
            const feedback = { url: `/track/${token}/feedback`, given }
            const brand = merchant && brandShown(merchant)
            const paying = { pay: provider && { url: `/track/${token}/duties`, provider: provider.name }, dutiesOutcome: outcomes.duties }
            const body = Buffer.from(
              renderPage(trackingPage({ view, texts, assets, now, ...urls, ...offered, ...paying, brand, feedback })),
            )
            if (view.duties?.state === 'due' || view.duties?.state === 'failed') leadsToCheckout.add(body)
            return { body, untilMs: isWhole ? agoHoldsUntilMs(view.updatedAt, now) : now.getTime() }
          },
        ))
      if (page && leadsToCheckout.has(page)) allowFormsTo(reply, provider?.checkoutOrigin)
      return page ? sendWritten(reply, page) : sendPage(reply.code(404), notFoundPage(texts, assets))
    },
  )

  app.get(
    '/track/:token/arrival.ics',
    {
      config: openToLinks,
      schema: {
        tags,
        summary: 'When it arrives, for a calendar (RFC 5545)',
        params: TokenParams,
        querystring: LanguageQuery,
        produces: ['text/calendar'],
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const { t } = textsFor(request, reply, { secure })
      const link = await find(request.params.token)
      const shipment = link && (await shownShipment(sql, link.shipmentId))
      if (!shipment) throw new Refusal(404, 'no-such-link', 'The link is not complete, or it has expired.')
      const { arrival, trackingNumber: number } = whatConsumersSee(shipment)
      if (arrival.kind !== 'window') throw new Refusal(404, 'no-arrival', 'It is not known when it arrives, or it has arrived.')
      const calendar = calendarOf({
        uid: `${number}@${new URL(settings.publicUrl).hostname}`,
        stampedAt: clock.now(),
        from: arrival.from,
        until: arrival.until,
        summary: t('calendar.summary', { number }),
        description: t('calendar.description'),
      })
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', `attachment; filename="${number}.ics"`)
        .serializer(String)
        .send(calendar)
    },
  )

  const limited = limitPerLink(app, feedbackLimit)
  await app.register(formBody)
  app.post(
    '/track/:token/feedback',
    {
      config: openToLinks,
      schema: {
        tags,
        summary: 'What a recipient thinks of the tracking page',
        params: TokenParams,
        body: Feedback,
        consumes: ['application/x-www-form-urlencoded'],
        response: { 303: Type.Null() },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const { rating, comment = '' } = request.body
      const shipmentId = await findTrackingLink(db, token)
      if (shipmentId === undefined) throw new Refusal(404, 'no-such-link', 'The link is not complete, or it has expired.')
      await limited(request, reply)
      // Browsers count a line break as one character and send two.
      const said = comment.replace(/\r\n/g, '\n').trim().slice(0, feedbackLength)
      await giveFeedback(db, shipmentId, { rating, comment: said || null }, clock.now())
      return reply.headers(pageHeaders).redirect(`/track/${token}?feedback=given#feedback`, 303)
    },
  )

  app.get(
    '/track/:token/map.json',
    {
      config: mostlyKept,
      schema: { tags, summary: "What the tracking page's map shows", params: TokenParams, response: { 200: TrackingMap } },
    },
    async ({ params: { token } }, reply) => {
      const link = await find(token)
      reply.headers(pageHeaders)
      const map =
        link &&
        (await kept.get(link.hash, link.version, 'map', async () => {
          const shipment = await drawnShipment(sql, link.shipmentId)
          return shipment && { body: Buffer.from(JSON.stringify(whatTheMapShows(shipment))), untilMs: Number.POSITIVE_INFINITY }
        }))
      if (!map) throw new Refusal(404, 'no-such-link', 'The link is not complete, or it has expired.')
      // It is JSON already.
      return reply.type('application/json; charset=utf-8').send(map as never)
    },
  )
}
