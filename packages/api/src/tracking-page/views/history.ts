import { clockTime, dayName, offsetAt } from '@lading/i18n/times'
import type { Event } from '../history.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'
import { inWords } from './in-words.ts'

/** What happened, newest first, each in the local time of its place with the offset. */
export const history = ({ history: events, destination }: ConsumerView, texts: Texts, now: Date) => html`
  <section class="tracking-past" aria-labelledby="tracking-history-heading">
    <h2 id="tracking-history-heading">${texts.t('history')}</h2>
    ${
      events.length === 0
        ? html`<p class="tracking-history-empty">${texts.t('history.empty')}</p>`
        : html`<ol class="tracking-history">
            ${events.map((event) => eventLine(event, event.place?.zone ?? destination.zone, texts, now))}
          </ol>`
    }
  </section>
`

const eventLine = ({ code, at, place }: Event, zone: string, texts: Texts, now: Date) => html`
  <li>
    <span class="tracking-event">${texts.t(`event.${code}`)}</span>
    ${place && html`<span class="tracking-place">${inWords(place, texts)}</span>`}
    <time class="tracking-time" datetime=${at}>
      ${texts.t('history.time', { day: dayName(at, zone, texts.locale, now), time: clockTime(at, zone, texts.locale), offset: offsetAt(at, zone) })}
    </time>
  </li>
`
