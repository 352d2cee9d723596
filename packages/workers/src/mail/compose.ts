import { arrivalWindow } from '@lading/i18n/arrival-window'
import type { LanguageCode } from '@lading/i18n/languages'
import { offsetAt, roughly, zoneName } from '@lading/i18n/times'
import { type TrackingTexts, trackingTexts } from '@lading/i18n/tracking-texts'
import type { News, NewsKind } from '@lading/shared/domain/news'
import type { Outgoing } from '@lading/store/postgres/news/outbox'
import type { Note } from '../push/note.ts'
import { asHtml, asText, type Letter } from './letter.ts'
import type { Mail } from './mail.ts'

type Sender = { from: string; publicUrl: string }

/**
 * What a recipient reads: what is new, when it arrives, and where to see more. It says no more than the tracking page does, holds
 * nothing that is fetched or that tells whether it was read, and a way to end it that takes one click (RFC 8058).
 */
export const composeMail = (message: Outgoing, { from, publicUrl }: Sender, now: Date): Mail => {
  const texts = trackingTexts({ code: message.language as LanguageCode, locale: message.locale })
  const newsUrl = `${publicUrl}/track/news/${message.secret}`
  const letter = message.news
    ? newsLetter(message, message.news, texts, { publicUrl, newsUrl }, now)
    : confirmLetter(message, texts, newsUrl)
  return {
    from: senderOf(from, message.brand),
    to: { name: '', address: message.address },
    subject: texts.t('title', { headline: letter.headline, number: message.trackingNumber }),
    text: asText(letter),
    html: asHtml(letter, texts, message.brand?.accent?.light),
    // The same for every try, so that a mail that went out twice can be told from two.
    messageId: `<${message.id}@${new URL(publicUrl).hostname}>`,
    date: message.createdAt,
    headers: {
      'List-Unsubscribe': `<${newsUrl}/stop>`,
      // Counts with https only.
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // Nobody answers that they are away (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
  }
}

/** By the name of the merchant, from the address that mails here are from. */
const senderOf = (from: string, brand: Outgoing['brand']) => {
  if (!brand) return from
  return { name: brand.name, address: /<([^<>]+)>/.exec(from)?.[1] ?? from }
}

const aboutBrand = ({ brand }: Outgoing, { t }: TrackingTexts): Pick<Letter, 'links'> => ({
  links: [
    ...(brand?.supportUrl ? [{ label: t('brand.support', { name: brand.name }), url: brand.supportUrl }] : []),
    ...(brand?.privacyUrl ? [{ label: t('brand.privacy'), url: brand.privacyUrl }] : []),
  ],
})

/** What a browser shows of a message: what is new and when it arrives, in two lines. */
export const composeNote = (message: Outgoing, publicUrl: string, now: Date): Note => {
  const texts = trackingTexts({ code: message.language as LanguageCode, locale: message.locale })
  const news = message.news as News
  const [first] = news.kinds.map((kind) => wordsOf(kind, news, texts))
  const [arrives] = arrivalLines(news, message.zone, texts, now)
  return {
    title: texts.t('title', { headline: first?.headline ?? '', number: message.trackingNumber }),
    body: arrives ?? first?.explanation ?? '',
    url: `${publicUrl}/track/${message.pageToken}`,
    // One note a shipment: the newest stands for those before.
    tag: message.trackingNumber,
    lang: texts.locale,
    dir: texts.direction,
  }
}

const confirmLetter = (message: Outgoing, texts: TrackingTexts, newsUrl: string): Letter => {
  const { t } = texts
  return {
    from: message.brand?.name,
    headline: t('news.confirm-headline'),
    paragraphs: [t('news.confirm-about', { number: message.trackingNumber })],
    action: { label: t('news.confirm'), url: newsUrl },
    small: [t('news.confirm-ignore')],
    ...aboutBrand(message, texts),
  }
}

const newsLetter = (
  message: Outgoing,
  news: News,
  texts: TrackingTexts,
  { publicUrl, newsUrl }: { publicUrl: string; newsUrl: string },
  now: Date,
): Letter => {
  const { t } = texts
  const { trackingNumber, zone, pageToken } = message
  const [first, ...others] = news.kinds.map((kind) => wordsOf(kind, news, texts))
  return {
    from: message.brand?.name,
    headline: first?.headline ?? '',
    paragraphs: [
      first?.explanation ?? '',
      ...others.map(({ headline, explanation }) => t('news.also', { headline, explanation })),
      ...arrivalLines(news, zone, texts, now),
    ],
    about: `${t('tracking-number')} ${trackingNumber}`,
    action: { label: t('news.open-page'), url: `${publicUrl}/track/${pageToken}` },
    small: [t('news.why-you')],
    stop: { label: t('news.stop'), url: `${newsUrl}/stop` },
    ...aboutBrand(message, texts),
  }
}

type Words = { headline: string; explanation: string }

const wordsOf = (kind: NewsKind, { known: { state, customs }, laterByMs }: News, { t, locale }: TrackingTexts): Words => {
  const ofState = { headline: t(`state.${state}.headline`), explanation: t(`state.${state}.explanation`) }
  switch (kind) {
    case 'delivered':
      return ofState
    case 'arriving':
      return state === 'in-transit' ? { headline: t('news.arriving'), explanation: t('news.arriving-about') } : ofState
    case 'customs': {
      const to = customs?.state ?? 'documents-required'
      const headline = t(`customs.${to as Exclude<typeof to, 'draft'>}.headline`)
      return {
        headline,
        explanation: t('news.customs-about', { explanation: t(`customs.${to as Exclude<typeof to, 'draft'>}.explanation`) }),
      }
    }
    case 'delayed':
      return state === 'exception' || state === 'attempt-failed'
        ? ofState
        : { headline: t('news.delayed'), explanation: t('news.delayed-about', { duration: roughly(laterByMs, locale) }) }
    case 'window':
      return { headline: t('news.window'), explanation: t('news.window-about') }
  }
}

const arrivalLines = ({ known: { state, window } }: News, zone: string, texts: TrackingTexts, now: Date) => {
  if (!window || state === 'delivered' || state === 'expired') return []
  const from = new Date(window.p10).toISOString()
  const until = new Date(window.p90).toISOString()
  const { t, locale } = texts
  return [
    t('news.arrives', { window: arrivalWindow({ from, until, zone }, texts, now) }),
    t('local-time', { zone: zoneName(from, zone, locale), offset: offsetAt(from, zone) }),
  ]
}
