import { dayName } from '@lading/i18n/times'
import type { PaymentProviderName } from '@lading/shared/domain/payment'
import type { DutiesCard } from '../duties.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'
import { amount } from './amount.ts'

/** What whoever comes back from a checkout, or did not get to one, is told. That it is paid only the payment provider says. */
export const dutiesOutcomes = ['returned', 'cancelled', 'away', 'nothing-due'] as const
export type DutiesOutcome = (typeof dutiesOutcomes)[number]

/** How it can be paid here; nothing where it cannot. */
export type PaySection = { url: string; provider: PaymentProviderName }

type Paying = { pay: PaySection | null; outcome: DutiesOutcome | undefined; now: Date }

/** Duties and taxes: how much for what, until when, and a button that leads to where it is paid. */
export const duties = ({ duties: card, destination }: ConsumerView, texts: Texts, { pay, outcome, now }: Paying) => {
  if (!card) return null
  const { t, locale } = texts
  const isOpen = card.state === 'due' || card.state === 'failed'
  const total = amount(card.total, texts)
  return html`
    <section class="tracking-duties" id="duties" data-state=${card.state} aria-labelledby="tracking-duties-heading">
      <h2 id="tracking-duties-heading">${t('duties')}</h2>
      ${said(card, outcome, texts)}
      <p class="tracking-duties-total">${t(`duties.total.${isOpen ? 'open' : (card.state as 'paid' | 'refunded')}`, { amount: total })}</p>
      ${card.paidAt && html`<p>${t('duties.paid-on', { day: dayName(card.paidAt, destination.zone, locale, now) })}</p>`}
      ${card.refunded && card.state === 'paid' && html`<p>${t('duties.partly-refunded', { amount: amount(card.refunded, texts) })}</p>`}
      <dl class="tracking-duties-lines">
        ${card.lines.map(
          ({ kind, name, amount: money }) => html`
          <div>
            <dt>${t(`duties.kind.${kind}`)} <small dir="auto">${name}</small></dt>
            <dd>${amount(money, texts)}</dd>
          </div>
        `,
        )}
      </dl>
      ${isOpen && card.until && html`<p class="tracking-duties-until">${t('duties.until', { day: dayName(`${card.until}T12:00:00Z`, 'UTC', locale, now) })}</p>`}
      ${isOpen && (pay ? button(pay, total, texts) : html`<p>${t('duties.elsewhere')}</p>`)}
    </section>
  `
}

const button = ({ url, provider }: PaySection, total: string, { t }: Texts) => html`
  <form class="tracking-form" method="post" action=${url}>
    ${provider === 'sandbox' && html`<p class="tracking-sandbox">${t('duties.sandbox')}</p>`}
    <button type="submit">${t('duties.pay', { amount: total })}</button>
    <p class="tracking-promise">${t('duties.promise')}</p>
  </form>
`

/** Truthfully: back from the checkout is not paid. */
const said = ({ state }: DutiesCard, outcome: DutiesOutcome | undefined, { t }: Texts) => {
  const isOpen = state === 'due' || state === 'failed'
  if (!isOpen) return null
  if (state === 'failed') return html`<p class="tracking-refused" role="alert">${t('duties.failed')}</p>`
  if (outcome === undefined || outcome === 'nothing-due') return null
  return html`<p class=${outcome === 'away' ? 'tracking-refused' : 'tracking-done'} role=${outcome === 'away' ? 'alert' : 'status'}>
    ${t(`duties.said.${outcome}`)}
  </p>`
}
