import type { SandboxOrder } from '../../payments/sandbox.ts'
import type { Assets } from '../assets.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import { amount } from './amount.ts'
import { document } from './document.ts'

type Options = { texts: Texts; assets: Assets; order: SandboxOrder; url: string; problem: 'expired' | 'not-told' | null }

/** The checkout of the sandbox: says that it is one, asks for nothing, and has two buttons. */
export const sandboxCheckoutPage = ({ texts, assets: { styles }, order, url, problem }: Options) => {
  const { t } = texts
  return document({ texts, assets: { styles, scripts: [] }, title: t('sandbox.title') }, [
    html`<header class="tracking-header"><p class="tracking-brand">${t('sandbox.title')}</p></header>`,
    html`<main class="tracking-main">
      <section class="tracking-answer tracking-duties">
        <p class="tracking-sandbox">${t('sandbox.about')}</p>
        <h1>${t('sandbox.pay-what', { amount: amount(order.amount, texts) })}</h1>
        <p class="tracking-explanation">${order.description}</p>
        ${problem && html`<p class="tracking-refused" role="alert">${t(`sandbox.${problem}`)}</p>`}
        ${
          problem !== 'expired' &&
          html`<form class="tracking-form" method="post" action=${url}>
            <div class="tracking-take-along">
              <button type="submit" name="do" value="pay">${t('sandbox.pay')}</button>
              <button type="submit" class="tracking-action" name="do" value="decline">${t('sandbox.decline')}</button>
            </div>
          </form>`
        }
        <p><a href=${order.cancelPath}>${t('sandbox.back')}</a></p>
      </section>
    </main>`,
  ])
}
