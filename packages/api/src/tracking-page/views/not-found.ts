import type { Assets } from '../assets.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import { document } from './document.ts'
import { languageForm } from './language-form.ts'

/** The same page for links that never were and links that have expired. */
export const notFoundPage = (texts: Texts, { styles }: Assets) =>
  document({ texts, assets: { styles, scripts: [] }, title: texts.t('not-found.title') }, [
    html`<header class="tracking-header"><p class="tracking-brand">Lading</p></header>`,
    html`<main class="tracking-main">
      <section class="tracking-answer">
        <h1>${texts.t('not-found.title')}</h1>
        <p class="tracking-explanation">${texts.t('not-found.about')}</p>
        <p class="tracking-explanation"><a href="/track">${texts.t('not-found.look-up')}</a></p>
      </section>
    </main>`,
    html`<footer class="tracking-footer">${languageForm(texts)}</footer>`,
  ])
