import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'

/** What can be done with the page: put the arrival into a calendar, pass the page on, print it. The latter two take script. */
export const takeAlong = ({ arrival }: ConsumerView, { t }: Texts, calendarUrl: string) => html`
  <div class="tracking-take-along">
    ${arrival.kind === 'window' && html`<a class="tracking-action" href=${calendarUrl} download>${t('calendar.add')}</a>`}
    <button type="button" class="tracking-action" id="tracking-share" hidden data-copied=${t('share.copied')} data-failed=${t('share.failed')}>
      ${t('share')}
    </button>
    <button type="button" class="tracking-action" id="tracking-print" hidden>${t('print')}</button>
    <span class="tracking-done" id="tracking-share-status" role="status"></span>
  </div>
`
