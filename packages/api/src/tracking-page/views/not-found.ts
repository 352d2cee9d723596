import type { Assets } from '../assets.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts/en.ts'
import { document } from './document.ts'

/** The same page for links that never were and links that have expired. */
export const notFoundPage = (texts: Texts, { styles }: Assets) =>
  document({ texts, assets: { styles, scripts: [] }, title: texts.notFoundTitle }, [
    html`<header class="tracking-header"><p class="tracking-brand">Lading</p></header>`,
    html`<main class="tracking-main">
      <section class="tracking-answer">
        <h1>${texts.notFoundTitle}</h1>
        <p class="tracking-explanation">${texts.notFound}</p>
      </section>
    </main>`,
  ])
