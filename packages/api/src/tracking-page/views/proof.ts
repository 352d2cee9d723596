import { clockTime, dayName, offsetAt } from '@lading/i18n/times'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'
import { inWords } from './in-words.ts'

/** That it was handed over: when, in which town, and what was noted for everybody. */
export const proof = ({ proof, destination }: ConsumerView, texts: Texts, now: Date) =>
  proof &&
  html`
    <section class="tracking-proof" aria-labelledby="tracking-proof-heading">
      <h2 id="tracking-proof-heading">${texts.t('proof')}</h2>
      <p>
        <time datetime=${proof.at}>
          ${texts.t('history.time', {
            day: dayName(proof.at, destination.zone, texts.locale, now),
            time: clockTime(proof.at, destination.zone, texts.locale),
            offset: offsetAt(proof.at, destination.zone),
          })}
        </time>
      </p>
      <p>${inWords(destination, texts)}</p>
      ${proof.note && html`<p class="tracking-proof-note" dir="auto">${proof.note}</p>`}
    </section>
  `
