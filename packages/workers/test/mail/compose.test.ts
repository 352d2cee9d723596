import { languages } from '@lading/i18n/languages'
import { customsStates } from '@lading/shared/domain/customs-entry'
import { type Known, newsKinds } from '@lading/shared/domain/news'
import { shipmentStates } from '@lading/shared/domain/shipment-state'
import type { Outgoing } from '@lading/store/postgres/news/outbox'
import { composeMail } from '@lading/workers/mail/compose'
import { describe, expect, it } from 'vitest'

const now = new Date('2026-03-29T12:00:00Z')
const sender = { from: 'Lading <tracking@lading.example>', publicUrl: 'https://track.example' }
const window = { p10: Date.parse('2026-03-30T10:00Z'), p50: Date.parse('2026-03-30T12:00Z'), p90: Date.parse('2026-03-30T14:00Z') }
const known = (change: Partial<Known> = {}): Known => ({ state: 'in-transit', window, customs: null, arriving: false, ...change })

const message = (change: Partial<Outgoing> = {}): Outgoing => ({
  id: '00000000-0000-4000-8000-000000000001',
  attempts: 1,
  createdAt: new Date('2026-03-29T11:59:00Z'),
  news: { kinds: ['delayed'], known: known(), laterByMs: 30 * 3_600_000 },
  channel: 'mail',
  language: 'en',
  locale: 'en-GB',
  trackingNumber: 'LD5Q0V7ZK2MX',
  zone: 'Europe/Amsterdam',
  brand: null,
  address: 'willemijn@example.nl',
  secret: 'the-secret',
  pageToken: 'the-page',
  ...change,
})
const composed = (change: Partial<Outgoing> = {}) => composeMail(message(change), sender, now)

describe('A mail to a recipient', () => {
  it('says first what is new, then when it arrives, and how to see more and to stop it.', () => {
    const { subject, text } = composed()
    expect(subject).toBe('It arrives later – LD5Q0V7ZK2MX')
    expect(text).toMatchInlineSnapshot(`
      "It arrives later

      It arrives about 1 day later than you were told last.

      Arrives: Monday 30 March, between 12:00 and 16:00

      Local time at the destination: Central European Time (UTC+02:00)

      Tracking number LD5Q0V7ZK2MX

      Open the tracking page:
      https://track.example/track/the-page

      -- 

      You get this mail because this address was confirmed on the tracking page.

      No more mails:
      https://track.example/track/news/the-secret/stop"
    `)
  })

  it('that asks to confirm has the one link that confirms, and none to the tracking page.', () => {
    const { subject, text } = composed({ news: null })
    expect(subject).toBe('Do you want news of this shipment? – LD5Q0V7ZK2MX')
    expect(text.match(/https:\S+/g)).toEqual(['https://track.example/track/news/the-secret'])
  })

  it('is ended by one click of the mail program, and answered by no machine.', () => {
    expect(composed().headers).toEqual({
      'List-Unsubscribe': '<https://track.example/track/news/the-secret/stop>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    })
  })

  it('has the same id however often it is tried.', () => {
    expect(composed({ attempts: 3 }).messageId).toBe('<00000000-0000-4000-8000-000000000001@track.example>')
    expect(composed({ attempts: 3 }).messageId).toBe(composed().messageId)
  })

  it('fetches nothing, and tells nobody that it was read.', () => {
    const { html } = composed()
    expect(html).not.toMatch(/<(img|link|script|iframe|object|video|audio|source|input|form|style)\b|url\(|@import|background=|src=/i)
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://track.example/track/the-page',
      'https://track.example/track/news/the-secret/stop',
    ])
  })

  it('goes to the one address, and shows it nowhere.', () => {
    const { to, text, html, subject } = composed()
    expect(to).toEqual({ name: '', address: 'willemijn@example.nl' })
    expect([text, html, subject].join('\n')).not.toContain('willemijn')
  })

  it('of a merchant is from its name and in its colour, and says where to ask; its logo is not fetched.', () => {
    const brand: Outgoing['brand'] = {
      ...{ code: 'lamps', name: 'Bright Lamps', accent: { light: '#8a1c5c', dark: '#ff9ad5' }, isDefault: false, embedOrigins: [] },
      ...{ supportUrl: 'mailto:help@lamps.example', privacyUrl: 'https://lamps.example/privacy' },
      logo: { url: '/brands/lamps/0123', width: 10, height: 10 },
    }
    const { from, text, html } = composed({ brand })
    expect(from).toEqual({ name: 'Bright Lamps', address: 'tracking@lading.example' })
    expect(text).toMatch(
      /^Bright Lamps\n\nIt arrives later.*Ask Bright Lamps:\nmailto:help@lamps.example.*Privacy:\nhttps:.*No more mails:/s,
    )
    expect(html).toContain('background:#8a1c5c;color:#ffffff')
    expect(html).not.toMatch(/<img|brands/)
  })

  it('of what is delivered names no arrival that is still to come.', () => {
    const { text } = composed({ news: { kinds: ['delivered'], known: known({ state: 'delivered' }), laterByMs: 0 } })
    expect(text).toMatch(/^Delivered\n\nIt has been handed over\.\n\nTracking number/)
  })

  it.each(languages)('says everything in $name, in its direction.', ({ code, locale, direction }) => {
    const states = shipmentStates.flatMap((state) =>
      customsStates.filter((each) => each !== 'draft').map((customs) => known({ state, customs: { entryId: '', state: customs, at: 0 } })),
    )
    for (const each of states) {
      const { subject, text, html } = composed({
        language: code,
        locale,
        news: { kinds: [...newsKinds], known: each, laterByMs: 86_400_000 },
      })
      for (const part of [subject, text, html]) expect(part).not.toMatch(/news\.|state\.|customs\.[a-z]|undefined|\{/)
      expect(html).toContain(`<html lang="${locale}" dir="${direction}">`)
    }
  })
})
