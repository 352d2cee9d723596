import type { TrackingKey } from '@lading/i18n/faces'
import { clockTime, dayName, roughly, span } from '@lading/i18n/times'
import { isWorthSaying } from '../causes.ts'
import type { CustomsCard } from '../customs.ts'
import type { DutiesCard } from '../duties.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'
import { inWords } from './in-words.ts'

/** What customs does with it, how long that takes, what to do, and what it does to the arrival. Nothing where customs has no part. */
export const customs = ({ customs: card, duties, destination }: ConsumerView, texts: Texts, now: Date) => {
  if (!card) return null
  const { t, locale } = texts
  const { state, since, place, usualHours, moved } = card
  const zone = place?.zone ?? destination.zone
  const at = { day: dayName(since, zone, locale, now), time: clockTime(since, zone, locale) }
  return html`
    <section class="tracking-customs" data-state=${state} aria-labelledby="tracking-customs-heading">
      <h2 id="tracking-customs-heading">${t('customs')}</h2>
      <p class="tracking-customs-state">${t(`customs.${state}.headline`)}</p>
      <p>${t(`customs.${state}.explanation`)}</p>
      ${usualHours && html`<p>${t('customs.usually', { span: span(usualHours.half, usualHours.most, locale) })}</p>`}
      ${moved && movedLine(moved, texts)}
      <p class="tracking-customs-do">${t(toDo(card))}</p>
      ${isWaiting(card) && isUnpaid(duties) && html`<p><a href="#duties">${t('customs.duties-unpaid')}</a></p>`}
      <p class="tracking-customs-since">
        <time datetime=${since}>${place ? t('customs.since-in', { ...at, place: inWords(place, texts) }) : t('customs.since', at)}</time>
      </p>
    </section>
  `
}

const isWaiting = ({ state }: CustomsCard) => state !== 'released' && state !== 'refused'
const isUnpaid = (duties: DutiesCard | null) => duties?.state === 'due' || duties?.state === 'failed'

const toDo = ({ state, whoActs }: CustomsCard): TrackingKey => {
  if (whoActs === null) return 'customs.do-nothing'
  if (state === 'refused') return 'customs.do-refused'
  return state === 'detained' ? `customs.do-detained-${whoActs}` : `customs.do-documents-${whoActs}`
}

const movedKeys = {
  'day-before': { later: 'customs.later', earlier: 'customs.earlier' },
  first: { later: 'customs.later-first', earlier: 'customs.earlier-first' },
} as const

const movedLine = ({ laterByMs, against }: NonNullable<CustomsCard['moved']>, { t, locale }: Texts) => {
  if (!isWorthSaying(laterByMs)) return null
  const duration = roughly(Math.abs(laterByMs), locale)
  return html`<p class="tracking-customs-moved">${t(movedKeys[against][laterByMs > 0 ? 'later' : 'earlier'], { duration })}</p>`
}
