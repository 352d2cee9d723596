import { feedbackLength } from '@lading/shared/contract/shipment'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'

/** What the reader thinks of the page: a form that needs no script, or thanks for it. */
export const feedback = ({ t }: Texts, { url, given }: { url: string; given: boolean }) => html`
  <section class="tracking-feedback" id="feedback" aria-labelledby="tracking-feedback-heading">
    <h2 id="tracking-feedback-heading">${t('feedback')}</h2>
    ${
      given
        ? html`<p role="status">${t('feedback.thanks')}</p>`
        : html`
          <form class="tracking-form" method="post" action=${url}>
            <label for="tracking-comment">${t('feedback.comment')} <span class="tracking-optional">(${t('look-up.optional')})</span></label>
            <textarea id="tracking-comment" name="comment" rows="2" maxlength=${feedbackLength}></textarea>
            <div class="tracking-take-along">
              <button type="submit" class="tracking-action" name="rating" value="up">${t('feedback.up')}</button>
              <button type="submit" class="tracking-action" name="rating" value="down">${t('feedback.down')}</button>
            </div>
          </form>
        `
    }
  </section>
`
