import { roughly } from '@lading/i18n/times'
import { type NewsKind, newsKinds, windowHours } from '@lading/shared/domain/news'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'

/** What came of what was asked for last, where something was. */
export const newsOutcomes = ['asked', 'confirmed', 'stopped', 'not-an-address', 'nothing-chosen'] as const
export type NewsOutcome = (typeof newsOutcomes)[number]

export type NewsSection = {
  url: string
  outcome: NewsOutcome | undefined
  /** What the reader hears of, where this page was opened from a message; nothing otherwise. */
  on: NewsKind[] | null
}

// What most people want to know, without being written to every day.
const usual: NewsKind[] = ['delivered', 'arriving', 'customs', 'delayed']
const usualHours = 6

/** News by e-mail: a form that needs no script, or what the reader hears of already, and the way out. */
export const news = (texts: Texts, section: NewsSection | null) => {
  if (!section) return null
  const { url, outcome, on } = section
  const { t } = texts
  const failed = outcome === 'not-an-address' || outcome === 'nothing-chosen'
  return html`
    <section class="tracking-news" id="news" aria-labelledby="tracking-news-heading">
      <h2 id="tracking-news-heading">${t('news')}</h2>
      ${outcome && html`<p class="tracking-outcome" role=${failed ? 'alert' : 'status'}>${t(`news.${outcome}`)}</p>`}
      ${on ? whatIsOn(texts, url, on) : form(texts, url, failed)}
    </section>
  `
}

const whatIsOn = ({ t }: Texts, url: string, on: NewsKind[]) => html`
  <p>${t('news.on')}</p>
  <ul>${newsKinds.filter((kind) => on.includes(kind)).map((kind) => html`<li>${t(`news.kind.${kind}`)}</li>`)}</ul>
  <form class="tracking-form" method="post" action=${url}>
    <button type="submit" class="tracking-action" name="do" value="stop">${t('news.stop')}</button>
  </form>
`

const form = ({ t, locale }: Texts, url: string, open: boolean) => html`
  <details open=${open}>
    <summary>${t('news.get')}</summary>
    <form class="tracking-form" method="post" action=${url}>
      <label for="tracking-news-email">${t('news.email')}</label>
      <input id="tracking-news-email" type="email" name="email" required maxlength="254" autocomplete="email" spellcheck=${false} dir="ltr" />
      <fieldset>
        <legend>${t('news.about-what')}</legend>
        ${newsKinds.map(
          (kind) => html`
          <label class="tracking-choice">
            <input type="checkbox" name="kinds" value=${kind} checked=${usual.includes(kind)} />
            <span>${t(`news.kind.${kind}`)}</span>
          </label>
        `,
        )}
        <label class="tracking-choice-more">
          <span>${t('news.by-at-least')}</span>
          <select name="hours">
            ${windowHours.map((hours) => html`<option value=${hours} selected=${hours === usualHours}>${roughly(hours * 3_600_000, locale)}</option>`)}
          </select>
        </label>
      </fieldset>
      <p class="tracking-promise">${t('news.promise')}</p>
      <div class="tracking-take-along">
        <button type="submit" name="do" value="start">${t('news.ask')}</button>
        <button type="submit" class="tracking-action" name="do" value="stop">${t('news.stop-address')}</button>
      </div>
    </form>
  </details>
`
