import type { Arrival } from '../arrival.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts/en.ts'
import { ago, clockTime, dayName, offsetAt, roughly, zoneName } from '../times.ts'
import type { ConsumerView } from '../what-consumers-see.ts'

/** What people come for: the state in words, when it arrives, whether that moved, and how fresh this is. */
export const answer = ({ state, arrival, updatedAt }: ConsumerView, texts: Texts, now: Date) => html`
  <section class="tracking-answer" data-state=${state}>
    <h1>${texts.states[state].headline}</h1>
    <p class="tracking-explanation">${texts.states[state].explanation}</p>
    ${arrivalLines(arrival, texts, now)}
    <p class="tracking-updated"><time datetime=${updatedAt}>${texts.updated(ago(updatedAt, now, texts.language))}</time></p>
  </section>
`

const arrivalLines = (arrival: Arrival, texts: Texts, now: Date) => {
  switch (arrival.kind) {
    case 'unknown':
      return html`<p class="tracking-arrival-unknown">${texts.arrivalUnknown}</p>`
    case 'delivered':
      return arrival.at === null ? null : deliveredLines({ ...arrival, at: arrival.at }, texts, now)
    case 'window':
      return html`
        <p class="tracking-arrival">
          <span class="tracking-arrival-label">${texts.arrives}</span>
          <strong class="tracking-window">${windowInWords(arrival, texts, now)}</strong>
        </p>
        ${movedLine(arrival.laterByMs, texts)} ${zoneLine(arrival.from, arrival.zone, texts)}
      `
  }
}

const deliveredLines = ({ at, zone }: { at: string; zone: string }, texts: Texts, now: Date) => html`
  <p class="tracking-arrival">
    <strong class="tracking-window">
      <time datetime=${at}>${texts.deliveredAt(dayName(at, zone, texts.language, now), clockTime(at, zone, texts.language))}</time>
    </strong>
  </p>
  ${zoneLine(at, zone, texts)}
`

const dayMs = 86_400_000

/** Hours are said only where the window is shorter than a day; of a longer one they would promise too much. */
export const windowInWords = ({ from, until, zone }: { from: string; until: string; zone: string }, texts: Texts, now: Date) => {
  const day = (instant: string) => dayName(instant, zone, texts.language, now)
  const time = (instant: string) => clockTime(instant, zone, texts.language)
  if (day(from) === day(until)) return texts.arrivesOn(day(from), time(from), time(until))
  if (Date.parse(until) - Date.parse(from) > dayMs) return texts.arrivesBetween(day(from), day(until))
  return texts.arrivesBetween(texts.dayAndTime(day(from), time(from)), texts.dayAndTime(day(until), time(until)))
}

// Within three hours nobody changes plans; saying it would only unsettle.
const worthSayingMs = 3 * 3_600_000

const movedLine = (laterByMs: number, texts: Texts) => {
  if (Math.abs(laterByMs) < worthSayingMs) return null
  const duration = roughly(Math.abs(laterByMs), texts.language)
  return html`<p class="tracking-moved">${laterByMs > 0 ? texts.later(duration) : texts.earlier(duration)}</p>`
}

const zoneLine = (at: string, zone: string, texts: Texts) =>
  html`<p class="tracking-zone">${texts.localTime(zoneName(at, zone, texts.language), offsetAt(at, zone))}</p>`
