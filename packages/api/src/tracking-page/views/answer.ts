import { arrivalWindow } from '@lading/i18n/arrival-window'
import { ago, clockTime, dayName, offsetAt, roughly, zoneName } from '@lading/i18n/times'
import type { VNode } from 'preact'
import type { Arrival } from '../arrival.ts'
import { type Causes, isWorthSaying } from '../causes.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'

/** What people come for: the state in words, when it arrives, whether that moved and why, and how fresh this is. */
export const answer = ({ state, arrival, updatedAt }: ConsumerView, texts: Texts, now: Date, below: VNode) => {
  const { t, locale } = texts
  return html`
  <section class="tracking-answer" data-state=${state}>
    <h1>${t(`state.${state}.headline`)}</h1>
    <p class="tracking-explanation">${t(`state.${state}.explanation`)}</p>
    ${arrivalLines(arrival, texts, now)}
    <p class="tracking-updated" data-stale=${t('stale')}><time datetime=${updatedAt}>${t('updated', { ago: ago(updatedAt, now, locale) })}</time></p>
    ${below}
  </section>
`
}

const arrivalLines = (arrival: Arrival, texts: Texts, now: Date) => {
  switch (arrival.kind) {
    case 'unknown':
      return html`<p class="tracking-arrival-unknown">${texts.t('arrival-unknown')}</p>`
    case 'delivered':
      return arrival.at === null ? null : deliveredLines({ ...arrival, at: arrival.at }, texts, now)
    case 'window':
      return html`
        <p class="tracking-arrival">
          <span class="tracking-arrival-label">${texts.t('arrives')}</span>
          <strong class="tracking-window">${arrivalWindow(arrival, texts, now)}</strong>
        </p>
        ${movedLines(arrival, texts)} ${arrival.why && whyLines(arrival.why, texts)} ${zoneLine(arrival.from, arrival.zone, texts)}
      `
  }
}

const deliveredLines = ({ at, zone }: { at: string; zone: string }, texts: Texts, now: Date) => html`
  <p class="tracking-arrival">
    <strong class="tracking-window">
      <time datetime=${at}>
        ${texts.t('delivered-at', { day: dayName(at, zone, texts.locale, now), time: clockTime(at, zone, texts.locale) })}
      </time>
    </strong>
  </p>
  ${zoneLine(at, zone, texts)}
`

type Window = Extract<Arrival, { kind: 'window' }>

/** Since yesterday and in all; once only where both are the same. */
const movedLines = ({ sinceYesterdayMs, laterByMs }: Window, { t, locale }: Texts) => {
  const said = (ms: number, later: 'later' | 'later-yesterday', earlier: 'earlier' | 'earlier-yesterday') =>
    isWorthSaying(ms) && movedLine(t(ms > 0 ? later : earlier, { duration: roughly(Math.abs(ms), locale) }))
  const isSame =
    Math.sign(sinceYesterdayMs) === Math.sign(laterByMs) &&
    roughly(Math.abs(sinceYesterdayMs), locale) === roughly(Math.abs(laterByMs), locale)
  return [said(sinceYesterdayMs, 'later-yesterday', 'earlier-yesterday'), !isSame && said(laterByMs, 'later', 'earlier')]
}

const movedLine = (text: string) => html`<p class="tracking-moved">${text}</p>`

const whyKeys = {
  'day-before': { longer: 'cause-longer', shorter: 'cause-shorter' },
  first: { longer: 'cause-longer-first', shorter: 'cause-shorter-first' },
} as const

const whyLines = ({ against, causes }: Causes, { t, locale }: Texts) =>
  causes.map(({ of, laterByMs, over }) => {
    const params = { what: t(`cause.${of}`), duration: roughly(Math.abs(laterByMs), locale), over: over ? 'yes' : 'no' }
    return html`<p class="tracking-why">${t(whyKeys[against][laterByMs > 0 ? 'longer' : 'shorter'], params)}</p>`
  })

const zoneLine = (at: string, zone: string, { t, locale }: Texts) =>
  html`<p class="tracking-zone">${t('local-time', { zone: zoneName(at, zone, locale), offset: offsetAt(at, zone) })}</p>`
