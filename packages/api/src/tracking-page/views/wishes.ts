import { dayName } from '@lading/i18n/times'
import type { DeliveryWish } from '@lading/shared/contract/delivery-wish'
import { type WishKind, wishNoteLength } from '@lading/shared/domain/delivery-wish'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'

export const wishOutcomes = ['kept', 'taken-back', 'too-late', 'not-that-day'] as const
export type WishOutcome = (typeof wishOutcomes)[number]

/** Only whoever proved to be the recipient may wish, and sees what was wished; others are told how to prove it. */
export type WishesSection =
  | { kind: 'prove'; url: string }
  | {
      kind: 'wish'
      url: string
      outcome: WishOutcome | undefined
      current: DeliveryWish | null /** Dates. */
      days: string[]
      open: boolean
    }

/** What can be chosen, in this order. */
export const choices = ['neighbour', 'safe-place', 'pick-up-point', 'another-day'] as const satisfies WishKind[]

/** Where nobody opens: a form that needs no script, and what was wished already. */
export const wishes = (texts: Texts, section: WishesSection | null, now: Date) => {
  if (!section) return null
  const { t } = texts
  return html`
    <section class="tracking-wishes" id="wishes" aria-labelledby="tracking-wishes-heading">
      <h2 id="tracking-wishes-heading">${t('wishes')}</h2>
      ${
        section.kind === 'prove'
          ? html`<p>${t('wishes.prove')}</p><p><a href=${section.url}>${t('wishes.prove-do')}</a></p>`
          : wishing(texts, section, now)
      }
    </section>
  `
}

const wishing = (texts: Texts, { url, outcome, current, days, open }: Extract<WishesSection, { kind: 'wish' }>, now: Date) => {
  const { t } = texts
  const failed = outcome === 'too-late' || outcome === 'not-that-day'
  return html`
    ${outcome && html`<p class="tracking-outcome" role=${failed ? 'alert' : 'status'}>${t(`wishes.${outcome}`)}</p>`}
    ${current && whatIsWished(texts, current, now)}
    ${open ? form(texts, { url, current, days, failed }, now) : html`<p>${t('wishes.over')}</p>`}
  `
}

const whatIsWished = (texts: Texts, { kind, day, note }: DeliveryWish, now: Date) => html`
  <p class="tracking-wish">
    <strong>${texts.t(`wishes.kind.${kind as (typeof choices)[number]}`)}</strong>${day && html`${' '}<span>${inDays(texts, day, now)}</span>`}
  </p>
  ${note && html`<p class="tracking-wish-note" dir="auto">${note}</p>`}
`

const inDays = ({ locale }: Texts, day: string, now: Date) => dayName(`${day}T12:00:00Z`, 'UTC', locale, now)

type Form = { url: string; current: DeliveryWish | null; days: string[]; failed: boolean }

const form = (texts: Texts, { url, current, days, failed }: Form, now: Date) => {
  const { t } = texts
  return html`
    <details open=${failed}>
      <summary>${t(current ? 'wishes.change' : 'wishes.say')}</summary>
      <form class="tracking-form" method="post" action=${url}>
        <fieldset>
          <legend>${t('wishes.what')}</legend>
          ${choices.map(
            (kind) => html`
            <label class="tracking-choice">
              <input type="radio" name="kind" value=${kind} required checked=${current?.kind === kind} />
              <span>${t(`wishes.kind.${kind}`)}</span>
            </label>
          `,
          )}
          <label class="tracking-choice-more">
            <span>${t('wishes.day')}</span>
            <select name="day">
              ${days.map((day) => html`<option value=${day} selected=${current?.day === day}>${inDays(texts, day, now)}</option>`)}
            </select>
          </label>
        </fieldset>
        <label for="tracking-wish-note">${t('wishes.note')} <span class="tracking-optional">(${t('look-up.optional')})</span></label>
        <textarea id="tracking-wish-note" name="note" rows="2" maxlength=${wishNoteLength} dir="auto">${current?.note ?? ''}</textarea>
        <p class="tracking-promise">${t('wishes.promise')}</p>
        <div class="tracking-take-along">
          <button type="submit">${t('wishes.keep')}</button>
          ${current && html`<button type="submit" class="tracking-action" name="take-back" value="yes" formnovalidate>${t('wishes.take-back')}</button>`}
        </div>
      </form>
    </details>
  `
}
