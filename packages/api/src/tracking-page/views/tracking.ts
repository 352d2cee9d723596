import type { Assets } from '../assets.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts/en.ts'
import type { ConsumerView } from '../what-consumers-see.ts'
import { answer } from './answer.ts'
import { document } from './document.ts'
import { history } from './history.ts'
import { inWords } from './in-words.ts'
import { steps } from './steps.ts'

type Options = { view: ConsumerView; texts: Texts; assets: Assets; now: Date; mapUrl: string }

/** The tracking page: the answer first, then how far it has come, what happened, and the map. */
export const trackingPage = ({ view, texts, assets, now, mapUrl }: Options) => {
  const { headline } = texts.states[view.state]
  return document({ texts, assets, title: texts.title(view.trackingNumber, headline) }, [
    html`<header class="tracking-header">
      <p class="tracking-brand">Lading</p>
      <p class="tracking-number">${texts.trackingNumber} <strong translate="no">${view.trackingNumber}</strong></p>
      <p class="tracking-route">${texts.route(inWords(view.origin, texts), inWords(view.destination, texts))}</p>
    </header>`,
    html`<main class="tracking-main">
      ${answer(view, texts, now)} ${steps(view, texts)} ${history(view, texts, now)}
      <section class="tracking-map-section" aria-labelledby="tracking-map-heading">
        <h2 id="tracking-map-heading">${texts.map}</h2>
        <p class="tracking-map-note">${texts.mapNote}</p>
        <noscript><p class="tracking-map-note">${texts.mapNeedsScript}</p></noscript>
        <div id="tracking-map" data-map-url=${mapUrl}></div>
      </section>
    </main>`,
    html`<footer class="tracking-footer"><p>${texts.footer}</p></footer>`,
  ])
}
