import type { Assets } from '../assets.ts'
import type { Brand } from '../brand.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'
import { answer } from './answer.ts'
import { brandLine, brandLinks } from './brand.ts'
import { condition } from './condition.ts'
import { customs } from './customs.ts'
import { document } from './document.ts'
import { type DutiesOutcome, duties, type PaySection } from './duties.ts'
import { feedback } from './feedback.ts'
import { history } from './history.ts'
import { inWords } from './in-words.ts'
import { languageForm } from './language-form.ts'
import { type NewsSection, news } from './news.ts'
import { proof } from './proof.ts'
import { type PushSection, push } from './push.ts'
import { steps } from './steps.ts'
import { takeAlong } from './take-along.ts'
import { type WishesSection, wishes } from './wishes.ts'

type Options = {
  view: ConsumerView
  texts: Texts
  assets: Assets
  now: Date
  mapUrl: string
  calendarUrl: string
  /** Of whom it is; nothing where it is from nobody in particular. */
  brand?: Brand | null
  /** Nothing where none is offered. */
  news?: NewsSection | null
  push?: PushSection | null
  wishes?: WishesSection | null
  /** Where duties are paid; nothing where that is not offered. */
  pay?: PaySection | null
  dutiesOutcome?: DutiesOutcome | undefined
  feedback: { url: string; given: boolean }
}

/** The tracking page: the answer first, then what customs does with it, how far it has come, what happened, and the map. */
export const trackingPage = ({
  view,
  texts,
  assets,
  now,
  mapUrl,
  calendarUrl,
  brand = null,
  news: newsSection = null,
  push: pushSection = null,
  wishes: wishesSection = null,
  pay = null,
  dutiesOutcome,
  feedback: given,
}: Options) => {
  const { t } = texts
  const title = t('title', { number: view.trackingNumber, headline: t(`state.${view.state}.headline`) })
  return document({ texts, assets, title, brand }, [
    html`<header class="tracking-header">
      ${brandLine(brand)}
      <p class="tracking-number">${t('tracking-number')} <strong translate="no">${view.trackingNumber}</strong></p>
      <p class="tracking-route">${t('route', { from: inWords(view.origin, texts), to: inWords(view.destination, texts) })}</p>
    </header>`,
    html`<main class="tracking-main">
      ${answer(view, texts, now, takeAlong(view, texts, calendarUrl))} ${proof(view, texts, now)} ${customs(view, texts, now)}
      ${duties(view, texts, { pay, outcome: dutiesOutcome, now })} ${steps(view, texts)}
      ${condition(view, texts)} ${wishes(texts, wishesSection, now)} ${news(texts, newsSection)} ${push(texts, pushSection)} ${history(view, texts, now)}
      <section class="tracking-map-section" aria-labelledby="tracking-map-heading">
        <h2 id="tracking-map-heading">${t('map')}</h2>
        <p class="tracking-map-note">${t('map.note')}</p>
        <noscript><p class="tracking-map-note">${t('map.needs-script')}</p></noscript>
        <div id="tracking-map" data-map-url=${mapUrl} data-texts=${JSON.stringify(mapTexts(texts))}></div>
      </section>
      ${feedback(texts, given)}
    </main>`,
    html`<footer class="tracking-footer">${languageForm(texts)}${brandLinks(brand, texts)}<p>${t('footer')}</p></footer>`,
  ])
}

// The script that draws the map carries no texts of its own.
const mapTexts = ({ t }: Texts) => ({
  label: t('map.label'),
  failed: t('map.failed'),
  credit: t('map.land-credit'),
  zoomIn: t('map.zoom-in'),
  zoomOut: t('map.zoom-out'),
})
