import type { Merchant } from '@lading/shared/contract/merchant'
import { MerchantCode } from '@lading/shared/contract/merchant'
import { shownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { brandOf } from '@lading/store/postgres/merchant/brand-of'
import { getMerchant } from '@lading/store/postgres/merchant/merchants'
import { findByNumber } from '@lading/store/postgres/shipment/find-by-number'
import { findTrackingLink } from '@lading/store/postgres/tracking-link/find'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { callerOf, openToLinks } from '../../plugins/limits.ts'
import { Refusal } from '../../refusal.ts'
import { readAssets } from '../../tracking-page/assets.ts'
import { brandShown } from '../../tracking-page/brand.ts'
import { LanguageQuery, pageHeaders, sendPage } from '../../tracking-page/reader.ts'
import { chooseTexts } from '../../tracking-page/texts.ts'
import { type Embedded, embedPage } from '../../tracking-page/views/embed.ts'
import { whatConsumersSee } from '../../tracking-page/what-consumers-see.ts'
import { whatStrangersSee } from '../../tracking-page/what-strangers-see.ts'

const tags = ['tracking page']
const Theme = Type.Optional(Type.Enum(['light', 'dark'], { description: 'without it, as the reader has it' }))
const Query = Type.Object({ lang: LanguageQuery.properties.lang, theme: Theme })

// As many numbers as the look-up itself allows.
const lookUpsPerAddress = { max: 30, timeWindow: '10 minutes' }
const response = { 200: Type.String(), 404: Type.String(), 429: Type.String() }

/**
 * Widgets for the sites of a merchant: of one shipment by its link, or a look-up by number. Only sites that the merchant registered may
 * show them, and only shipments of this merchant are shown.
 */
export const embedRoutes = async (app: App, { database: { db, sql }, clock, settings }: Dependencies) => {
  const assets = readAssets(settings.dashboardDirectory)
  const lookUps = app.createRateLimit({ ...lookUpsPerAddress, keyGenerator: (request) => `look-up ${callerOf(request)}` })

  const merchantOf = async (code: string) => {
    const merchant = await getMerchant(db, code)
    if (!merchant) throw new Refusal(404, 'no-such-merchant', 'There is no such merchant.')
    return merchant
  }
  const isOf = async (shipmentId: string, { code }: Merchant) => (await brandOf(db, shipmentId))?.code === code

  const answer = (request: FastifyRequest, reply: FastifyReply, merchant: Merchant, embedded: Embedded) => {
    const { lang, theme } = request.query as { lang?: string; theme?: 'light' | 'dark' }
    const texts = chooseTexts(request.headers['accept-language'], lang)
    reply.headers({ ...pageHeaders, vary: 'accept-language', 'content-language': texts.locale, ...framedBy(merchant.embedOrigins) })
    // It would forbid what frame-ancestors allows, where a browser does not know the latter.
    reply.removeHeader('x-frame-options')
    const formUrl = `/embed/${merchant.code}/look-up`
    const page = embedPage({ texts, assets, brand: brandShown(merchant), embedded, formUrl, theme, now: clock.now() })
    return sendPage(reply.code(statusFor[embedded.kind]), page)
  }

  app.get(
    '/embed/:code/look-up',
    {
      config: openToLinks,
      schema: {
        tags,
        summary: 'A widget: look-up by number, which says little',
        params: Type.Object({ code: MerchantCode }),
        querystring: Type.Object({ ...Query.properties, number: Type.Optional(Type.String({ maxLength: 60 })) }),
        produces: ['text/html'],
        response,
      },
    },
    async (request, reply) => {
      const merchant = await merchantOf(request.params.code)
      const number = (request.query.number ?? '').toUpperCase().replace(/\s+/g, '')
      if (number === '') return answer(request, reply, merchant, { kind: 'asked-nothing' })
      const soFar = await lookUps(request)
      if (!soFar.isAllowed && soFar.isExceeded)
        return answer(request, reply.header('retry-after', soFar.ttlInSeconds), merchant, { kind: 'too-many' })
      const id = await findByNumber(db, number)
      const shipment = id !== undefined && (await isOf(id, merchant)) ? await shownShipment(sql, id) : undefined
      if (!shipment) return answer(request, reply, merchant, { kind: 'unknown', number })
      const url = `/track?${new URLSearchParams({ number })}`
      return answer(request, reply, merchant, { kind: 'coarse', view: whatStrangersSee(shipment), number, url })
    },
  )

  app.get(
    '/embed/:code/shipment/:token',
    {
      config: openToLinks,
      schema: {
        tags,
        summary: 'A widget: state, arrival and progress of one shipment, by its link',
        params: Type.Object({ code: MerchantCode, token: Type.String({ maxLength: 200 }) }),
        querystring: Query,
        produces: ['text/html'],
        response,
      },
    },
    async (request, reply) => {
      const { code, token } = request.params
      const merchant = await merchantOf(code)
      const id = await findTrackingLink(db, token)
      const shipment = id !== undefined && (await isOf(id, merchant)) ? await shownShipment(sql, id) : undefined
      if (!shipment) return answer(request, reply, merchant, { kind: 'no-link' })
      const { trackingNumber, state, arrival, steps } = whatConsumersSee(shipment)
      return answer(request, reply, merchant, { kind: 'page', view: { trackingNumber, state, arrival, steps }, url: `/track/${token}` })
    },
  )
}

const statusFor: Record<Embedded['kind'], number> = {
  'asked-nothing': 200,
  page: 200,
  coarse: 200,
  unknown: 404,
  'no-link': 404,
  'too-many': 429,
}

/** Nothing but style sheets and images from here, and a frame nowhere but on these sites. */
const framedBy = (origins: string[]) => ({
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${origins.length > 0 ? origins.join(' ') : "'none'"}`,
  ].join(';'),
  // Sites that isolate themselves may show it too.
  'cross-origin-resource-policy': 'cross-origin',
})
