import formBody from '@fastify/formbody'
import { newsKinds, windowHours } from '@lading/shared/domain/news'
import { askForNews } from '@lading/store/postgres/news/ask'
import { confirmNews } from '@lading/store/postgres/news/confirm'
import { newsOfSecret } from '@lading/store/postgres/news/of-secret'
import { stopNewsByAddress, stopNewsByLink, stopNewsBySecret } from '@lading/store/postgres/news/stop'
import { standingOfLink } from '@lading/store/postgres/tracking-link/standing'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { Check } from 'typebox/value'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import type { Dependencies } from '../../dependencies.ts'
import { callerOf, limitPerLink, openToLinks } from '../../plugins/limits.ts'
import { Refusal } from '../../refusal.ts'
import { readAssets } from '../../tracking-page/assets.ts'
import { newsKey } from '../../tracking-page/news-key.ts'
import { LanguageQuery, pageHeaders, sendPage, textsFor } from '../../tracking-page/reader.ts'
import { type NewsLink, newsLinkPage } from '../../tracking-page/views/news-link.ts'
import { notFoundPage } from '../../tracking-page/views/not-found.ts'

const tags = ['tracking page']
const TokenParams = Type.Object({ token: Type.String({ maxLength: 200 }) })
const SecretParams = Type.Object({ secret: Type.String({ maxLength: 200 }) })
const Kind = Type.Enum([...newsKinds])

// A form sends one choice as a text and several as a list, and may leave out what is not filled in.
const NewsForm = Type.Object({
  do: Type.Enum(['start', 'stop']),
  email: Type.Optional(Type.String({ maxLength: 254, description: 'not needed where the link came with news itself' })),
  kinds: Type.Optional(Type.Union([Kind, Type.Array(Kind, { maxItems: newsKinds.length })])),
  hours: Type.Optional(Type.Enum(windowHours.map(String), { description: 'by which the window of arrival moves at least' })),
})

// Local parts have no comma and no angle bracket unquoted (RFC 5321), and quoted ones are nobody's.
const address = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\].]{2,}$/

/** How long a link lasts that a recipient proved to be the one for: as long as the sender's do. */
const byFactorDays = 60
const dayMs = 24 * 3_600_000
export const byFactorUntil = (now: Date) => new Date(now.getTime() + byFactorDays * dayMs)

// Whoever has a link asks once or twice, and mistypes. More is somebody who has others written to.
const askLimit = { max: 8, timeWindow: '1 hour' }
// A person opens a link once; programs that look for harm in mails open it too.
const linkLimit = { max: 60, timeWindow: '1 minute' }

/** News by e-mail for whoever has a link to the tracking page: asked for, confirmed from the mailbox, and ended. */
export const trackingNewsRoutes = async (app: App, { database: { db }, queue, clock, settings }: Dependencies) => {
  const { publicUrl, dashboardDirectory } = settings
  const keyOf = () => {
    const key = newsKey(settings)
    if (key === undefined) throw new Refusal(404, 'not-offered', 'News by e-mail is not offered here.')
    return key
  }
  const secure = publicUrl.startsWith('https:')
  const assets = readAssets(dashboardDirectory)
  const config = {
    access: 'public',
    rateLimit: { ...linkLimit, keyGenerator: (request: FastifyRequest) => `news ${callerOf(request)}` },
  } as const
  const limited = limitPerLink(app, askLimit)
  await app.register(formBody)
  // Mail services may send the one click like this (RFC 8058, 3.2); what it says goes without saying.
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit: 10_000 }, (_, __, done) => done(null, {}))

  const page = (request: FastifyRequest, reply: FastifyReply, link: NewsLink | undefined) => {
    const texts = textsFor(request, reply, { secure })
    return link ? sendPage(reply, newsLinkPage(texts, assets, link)) : sendPage(reply.code(404), notFoundPage(texts, assets))
  }

  app.post(
    '/track/:token/news',
    {
      config: openToLinks,
      schema: {
        tags,
        summary: 'Ask for news by e-mail, or that none come any more. The answer does not tell whether the address is known',
        params: TokenParams,
        body: NewsForm,
        consumes: ['application/x-www-form-urlencoded'],
        response: { 303: Type.Null() },
      },
    },
    async (request, reply) => {
      const { params, body, log } = request
      const dataKey = keyOf()
      const now = new Date()
      const standing = await standingOfLink(db, params.token, now)
      if (!standing) throw new Refusal(404, 'no-such-link', 'The link is not complete, or it has expired.')
      await limited(request, reply)
      const { shipmentId, tokenHash, byFactor, news } = standing
      const back = (outcome: string) => reply.headers(pageHeaders).redirect(`/track/${params.token}?news=${outcome}#news`, 303)

      if (body.do === 'stop' && news) {
        await stopNewsByLink(db, tokenHash)
        return back('stopped')
      }
      const email = body.email?.trim() ?? ''
      if (!address.test(email) || !Check(Type.String({ maxLength: 254 }), email)) return back('not-an-address')
      if (body.do === 'stop') {
        await stopNewsByAddress(db, shipmentId, email, dataKey)
        return back('stopped')
      }
      const kinds = [body.kinds ?? []].flat()
      if (kinds.length === 0) return back('nothing-chosen')
      const { code, locale } = textsFor(request, reply, { secure })
      const expiresAt = byFactor ? byFactorUntil(now) : standing.expiresAt
      const wanted = { kinds: [...new Set(kinds)], windowHours: Number(body.hours ?? 6) }
      const written = await askForNews(db, { shipmentId, address: email, wanted, language: code, locale, expiresAt }, dataKey, now)
      if (written) await askForWork(queue, log, 'mail', { data: {}, deduplicationId: 'due' })
      return back('asked')
    },
  )

  const linkTo = async (secret: string): Promise<NewsLink | undefined> => {
    const found = await newsOfSecret(db, secret, new Date())
    if (!found) return undefined
    const { trackingNumber, confirmed } = found
    const kind = confirmed ? 'stop' : 'confirm'
    return { kind, trackingNumber, url: `/track/news/${secret}/${kind}` }
  }

  app.get(
    '/track/news/:secret',
    {
      config,
      schema: {
        tags,
        summary: 'What a link in a mail opens: the question whether news is wanted, or not any more',
        params: SecretParams,
        querystring: LanguageQuery,
        produces: ['text/html'],
        response: { 200: Type.String(), 404: Type.String() },
      },
    },
    async (request, reply) => page(request, reply, await linkTo(request.params.secret)),
  )

  app.post(
    '/track/news/:secret/confirm',
    {
      config,
      schema: {
        tags,
        summary: 'News is wanted, says whoever reads what is sent to the address; leads to the tracking page',
        params: SecretParams,
        consumes: ['application/x-www-form-urlencoded'],
        response: { 303: Type.Null(), 404: Type.String() },
      },
    },
    async (request, reply) => {
      const times = { now: new Date(), platformNow: clock.now() }
      const token = await confirmNews(db, request.params.secret, keyOf(), times)
      if (token === undefined) return page(request, reply, undefined)
      return reply.headers(pageHeaders).redirect(`/track/${token}?news=confirmed#news`, 303)
    },
  )

  app.get(
    '/track/news/:secret/stop',
    {
      config,
      schema: {
        tags,
        summary: 'The question whether no more news is wanted',
        params: SecretParams,
        querystring: LanguageQuery,
        produces: ['text/html'],
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const found = await newsOfSecret(db, request.params.secret, new Date())
      // Whoever ended it before hears that it is ended.
      return page(
        request,
        reply,
        found
          ? { kind: 'stop', trackingNumber: found.trackingNumber, url: `/track/news/${request.params.secret}/stop` }
          : { kind: 'stopped' },
      )
    },
  )

  app.post(
    '/track/news/:secret/stop',
    {
      config,
      schema: {
        tags,
        summary: 'No more news: one click, by a person or a mail service (RFC 8058)',
        params: SecretParams,
        consumes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
        produces: ['text/html'],
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      await stopNewsBySecret(db, request.params.secret)
      return page(request, reply, { kind: 'stopped' })
    },
  )
}
