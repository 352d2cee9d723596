import { dayName } from '@lading/i18n/times'
import type { Assets } from '../assets.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { StrangerView } from '../what-strangers-see.ts'
import { document } from './document.ts'
import { languageForm } from './language-form.ts'

/** What came of it, where something was asked. Unknown numbers and wrong factors are one outcome wherever there was a factor. */
export type Outcome =
  | { kind: 'asked-nothing' }
  | { kind: 'coarse'; view: StrangerView }
  | { kind: 'unknown' }
  | { kind: 'no-match' }
  | { kind: 'too-many' }

type Options = {
  texts: Texts
  assets: Assets
  now: Date
  number: string
  outcome: Outcome
  /** Whether contacts are kept here, by which a recipient could prove to be the one. */
  factors: boolean
}

/** Look-up by number: a form that needs no script, and above it the answer. */
export const lookUpPage = ({ texts, assets: { styles }, now, number, outcome, factors }: Options) => {
  const { t } = texts
  return document({ texts, assets: { styles, scripts: [] }, title: t('look-up.title') }, [
    html`<header class="tracking-header"><p class="tracking-brand">Lading</p></header>`,
    html`<main class="tracking-main">
      ${answerTo(outcome, { texts, now, number, factors })}
      <section class="tracking-look-up">
        ${outcome.kind === 'coarse' ? html`<h2>${t('look-up.title')}</h2>` : html`<h1>${t('look-up.title')}</h1>`}
        <p class="tracking-explanation">${t(factors ? 'look-up.about' : 'look-up.about-number')}</p>
        <form class="tracking-form" method="post" action="/track">
          <label for="tracking-look-up-number">${t('look-up.number')}</label>
          <input
            id="tracking-look-up-number" name="number" value=${number} required maxlength="60"
            autocomplete="off" autocapitalize="characters" spellcheck=${false} dir="ltr"
          />
          ${
            factors &&
            html`
            <label for="tracking-look-up-factor">
              ${t('look-up.factor')} <span class="tracking-optional">(${t('look-up.optional')})</span>
            </label>
            <input id="tracking-look-up-factor" name="factor" maxlength="254" autocomplete="off" spellcheck=${false} />
          `
          }
          <button type="submit">${t('look-up.do')}</button>
        </form>
      </section>
    </main>`,
    html`<footer class="tracking-footer">${languageForm(texts)}</footer>`,
  ])
}

type Context = Pick<Options, 'texts' | 'now' | 'number' | 'factors'>

const answerTo = (outcome: Outcome, { texts, now, number, factors }: Context) => {
  const { t, locale, countryName } = texts
  switch (outcome.kind) {
    case 'asked-nothing':
      return null
    case 'coarse': {
      const { state, last } = outcome.view
      return html`
        <section class="tracking-answer" data-state=${state}>
          <p class="tracking-look-up-number">${t('tracking-number')} <strong translate="no">${number}</strong></p>
          <h1>${t(`state.${state}.headline`)}</h1>
          <p class="tracking-explanation">${t(`state.${state}.explanation`)}</p>
          ${
            last &&
            html`<p class="tracking-last">
              ${t('look-up.last', { event: t(`event.${last.code}`), country: countryName(last.country), day: dayName(`${last.day}T12:00:00Z`, 'UTC', locale, now) })}
            </p>`
          }
          ${factors && html`<p class="tracking-updated">${t('look-up.more')}</p>`}
        </section>
      `
    }
    case 'too-many':
      return html`<p class="tracking-refused" role="alert">${t('look-up.too-many')}</p>`
    default:
      return html`<p class="tracking-refused" role="alert">${t(`look-up.${outcome.kind}`, { number })}</p>`
  }
}
