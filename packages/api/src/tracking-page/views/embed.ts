import { arrivalWindow } from '@lading/i18n/arrival-window'
import { clockTime, dayName, offsetAt, zoneName } from '@lading/i18n/times'
import type { Assets } from '../assets.ts'
import type { Brand } from '../brand.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'
import type { StrangerView } from '../what-strangers-see.ts'
import { brandLine } from './brand.ts'
import { document } from './document.ts'
import { steps } from './steps.ts'

/** What a widget shows: less than the page with a link, and with a number alone what strangers see. */
export type Embedded =
  | { kind: 'asked-nothing' }
  | { kind: 'page'; view: Pick<ConsumerView, 'trackingNumber' | 'state' | 'arrival' | 'steps'>; url: string }
  | { kind: 'coarse'; view: StrangerView; number: string; url: string }
  | { kind: 'unknown'; number: string }
  | { kind: 'no-link' }
  | { kind: 'too-many' }

export type Theme = 'light' | 'dark'

type Options = {
  texts: Texts
  assets: Assets
  brand: Brand | null
  embedded: Embedded
  formUrl: string
  theme: Theme | undefined
  now: Date
}

/** A page as small as a widget, for a frame on somebody's site: no script, no cookies, nothing from elsewhere. */
export const embedPage = ({ texts, assets: { styles }, brand, embedded, formUrl, theme, now }: Options) => {
  const { t } = texts
  const looksUp = embedded.kind !== 'page' && embedded.kind !== 'no-link'
  return document({ texts, assets: { styles, scripts: [] }, title: t('look-up.title'), brand, theme, kind: 'embed' }, [
    html`<header class="tracking-header">${brandLine(brand)}</header>`,
    html`<main class="tracking-main">${shown(embedded, texts, now)} ${looksUp && form(texts, formUrl, embedded, theme)}</main>`,
  ])
}

const shown = (embedded: Embedded, texts: Texts, now: Date) => {
  const { t, locale, countryName } = texts
  switch (embedded.kind) {
    case 'asked-nothing':
      return null
    case 'page': {
      const { view, url } = embedded
      return html`
        <section class="tracking-answer" data-state=${view.state}>
          <p class="tracking-look-up-number">${t('tracking-number')} <strong translate="no">${view.trackingNumber}</strong></p>
          <h1>${t(`state.${view.state}.headline`)}</h1>
          ${arrival(view, texts, now)}
          ${more(url, texts)}
        </section>
        ${steps(view, texts)}
      `
    }
    case 'coarse': {
      const { view, number, url } = embedded
      return html`
        <section class="tracking-answer" data-state=${view.state}>
          <p class="tracking-look-up-number">${t('tracking-number')} <strong translate="no">${number}</strong></p>
          <h1>${t(`state.${view.state}.headline`)}</h1>
          ${
            view.last &&
            html`<p class="tracking-last">
              ${t('look-up.last', { event: t(`event.${view.last.code}`), country: countryName(view.last.country), day: dayName(`${view.last.day}T12:00:00Z`, 'UTC', locale, now) })}
            </p>`
          }
          ${more(url, texts)}
        </section>
      `
    }
    case 'unknown':
      return html`<p class="tracking-refused" role="alert">${t('look-up.unknown', { number: embedded.number })}</p>`
    case 'no-link':
      return html`<p class="tracking-refused" role="alert">${t('not-found.about')}</p>`
    case 'too-many':
      return html`<p class="tracking-refused" role="alert">${t('look-up.too-many')}</p>`
  }
}

const arrival = ({ arrival: at }: Pick<ConsumerView, 'arrival'>, texts: Texts, now: Date) => {
  const { t, locale } = texts
  if (at.kind === 'window')
    return html`
      <p class="tracking-arrival">
        <span class="tracking-arrival-label">${t('arrives')}</span>
        <strong class="tracking-window">${arrivalWindow(at, texts, now)}</strong>
      </p>
      <p class="tracking-zone">${t('local-time', { zone: zoneName(at.from, at.zone, locale), offset: offsetAt(at.from, at.zone) })}</p>
    `
  if (at.kind === 'delivered' && at.at)
    return html`<p class="tracking-window">
      ${t('delivered-at', { day: dayName(at.at, at.zone, locale, now), time: clockTime(at.at, at.zone, locale) })}
    </p>`
  return null
}

// A frame is too small for the page, and the page may not be framed.
const more = (url: string, { t }: Texts) =>
  html`<p class="tracking-updated"><a href=${url} target="_blank" rel="noopener">${t('news.open-page')}</a></p>`

const form = ({ t, code }: Texts, url: string, embedded: Embedded, theme: Theme | undefined) => html`
  <section class="tracking-look-up">
    <form class="tracking-form" method="get" action=${url}>
      <label for="tracking-look-up-number">${t('look-up.number')}</label>
      <input
        id="tracking-look-up-number" name="number" value=${'number' in embedded ? embedded.number : ''} required maxlength="60"
        autocomplete="off" autocapitalize="characters" spellcheck=${false} dir="ltr"
      />
      <input type="hidden" name="lang" value=${code} />
      ${theme && html`<input type="hidden" name="theme" value=${theme} />`}
      <button type="submit">${t('look-up.do')}</button>
    </form>
  </section>
`
