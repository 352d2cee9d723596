import { roughly } from '@lading/i18n/times'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'

/** Whether the goods were kept as agreed, for what has to stay cool. */
export const condition = ({ condition }: ConsumerView, { t, locale }: Texts) =>
  condition &&
  html`
    <section class="tracking-condition" data-condition=${condition.kind} aria-labelledby="tracking-condition-heading">
      <h2 id="tracking-condition-heading">${t('condition')}</h2>
      <p>
        ${
          condition.kind === 'broken'
            ? t(condition.now ? 'condition.broken-now' : 'condition.broken', { duration: roughly(condition.minutes * 60_000, locale) })
            : t(`condition.${condition.kind}`)
        }
      </p>
      ${condition.kind === 'broken' && html`<p>${t('condition.do-broken')}</p>`}
    </section>
  `
