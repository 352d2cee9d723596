import formBody from '@fastify/formbody'
import { shownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { keepCheckout, openCheckout } from '@lading/store/postgres/payment/open-checkout'
import { findTrackingLink } from '@lading/store/postgres/tracking-link/find'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { ProviderAway } from '../../payments/provider.ts'
import { limitPerLink, openToLinks } from '../../plugins/limits.ts'
import { Refusal } from '../../refusal.ts'
import { pageHeaders, textsFor } from '../../tracking-page/reader.ts'
import type { DutiesOutcome } from '../../tracking-page/views/duties.ts'

const tags = ['tracking page']

// Whoever pays changes their mind a few times.
const limit = { max: 20, timeWindow: '1 hour' }
const returnPath = '/track/checkout/return'

/** Which page somebody left to pay: known to their browser alone, so that no payment provider is told a link, and none gets another's. */
const leftCookie = 'lading-left'

/** How duties are paid from the tracking page: a form that leads to the checkout of the payment provider, and the way back. */
export const trackingDutyRoutes = async (app: App, { database: { db, sql }, payments: { provider }, settings, clock }: Dependencies) => {
  const secure = settings.publicUrl.startsWith('https:')
  const cookie = { path: '/track', httpOnly: true, sameSite: 'lax', secure } as const
  const toPage = (token: string, outcome: DutiesOutcome) => `/track/${token}?duties=${outcome}#duties`
  const limited = limitPerLink(app, limit)
  await app.register(formBody)

  app.post(
    '/track/:token/duties',
    {
      config: openToLinks,
      schema: {
        tags,
        summary: 'Pay duties and taxes: leads to the page of the payment provider',
        params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
        consumes: ['application/x-www-form-urlencoded'],
        response: { 303: Type.Null() },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const shipmentId = await findTrackingLink(db, token)
      if (shipmentId === undefined) throw new Refusal(404, 'no-such-link', 'The link is not complete, or it has expired.')
      await limited(request, reply)
      if (!provider) throw new Refusal(404, 'not-offered', 'Payments are not taken here.')
      reply.headers(pageHeaders)
      const checkout = await openCheckout(db, shipmentId, provider.name, { now: clock.now(), wallNow: new Date() })
      if (!checkout) return reply.redirect(toPage(token, 'nothing-due'), 303)
      reply.setCookie(leftCookie, token, { ...cookie, maxAge: 2 * 3600 })
      if (checkout.url !== null) return reply.redirect(checkout.url, 303)
      const { t, code } = textsFor(request, reply, { secure })
      const number = (await shownShipment(sql, shipmentId))?.trackingNumber ?? ''
      const { paymentId, amount, expiresAt } = checkout
      const paths = { returnPath: `${returnPath}?outcome=returned`, cancelPath: `${returnPath}?outcome=cancelled` }
      // The words are part of what is asked for: in another language it is another request.
      const made = await provider
        .createCheckout({ paymentId, amount, description: t('duties.for', { number }), expiresAt, ...paths }, `${paymentId} ${code}`)
        .catch((error: unknown) => {
          if (!(error instanceof ProviderAway)) throw error
          request.log.warn({ err: error }, 'a checkout was not opened')
          return undefined
        })
      if (!made) return reply.redirect(toPage(token, 'away'), 303)
      await keepCheckout(db, paymentId, made)
      return reply.redirect(made.url, 303)
    },
  )

  app.get(
    returnPath,
    {
      config: openToLinks,
      schema: {
        tags,
        summary: 'Back from the page of the payment provider, to the tracking page that was left',
        querystring: Type.Object({ outcome: Type.Optional(Type.String({ maxLength: 20 })) }),
        response: { 303: Type.Null() },
      },
    },
    async ({ query: { outcome }, cookies }, reply) => {
      const token = cookies[leftCookie]
      const isToken = token !== undefined && /^[\w-]{10,200}$/.test(token)
      return reply
        .headers(pageHeaders)
        .clearCookie(leftCookie, cookie)
        .redirect(isToken ? toPage(token, outcome === 'returned' ? 'returned' : 'cancelled') : '/track', 303)
    },
  )
}
