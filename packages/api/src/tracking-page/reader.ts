import { isLanguage } from '@lading/i18n/languages'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import Type from 'typebox'
import { renderPage } from './html.ts'
import { chooseTexts } from './texts.ts'

export const LanguageQuery = Type.Object({
  lang: Type.Optional(Type.String({ maxLength: 100, description: 'A language of the page; remembered. Others are ignored.' })),
})

// It says nothing of the reader but what the page has to know.
const languageCookie = 'lading-language'
const languageCookieOptions = { path: '/track', httpOnly: true, sameSite: 'lax', maxAge: 365 * 24 * 3600 } as const

/** What goes with everything that a consumer opens. The address stays on this site, where forms have to say where they come from. */
export const pageHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
  vary: 'accept-language, cookie',
}

/** The texts in the language that the reader has chosen, now or before, or that the browser prefers; a choice is remembered. */
export const textsFor = ({ query, cookies, headers }: FastifyRequest, reply: FastifyReply, { secure }: { secure: boolean }) => {
  const { lang } = query as { lang?: string }
  if (isLanguage(lang)) reply.setCookie(languageCookie, lang, { ...languageCookieOptions, secure })
  const texts = chooseTexts(headers['accept-language'], isLanguage(lang) ? lang : cookies[languageCookie])
  reply.headers(pageHeaders).header('content-language', texts.locale)
  return texts
}

export const sendPage = (reply: FastifyReply, page: VNode) => sendWritten(reply, renderPage(page))

/** A page that is written already. */
export const sendWritten = (reply: FastifyReply, page: string | Buffer) =>
  reply.type('text/html; charset=utf-8').serializer(String).send(page)
