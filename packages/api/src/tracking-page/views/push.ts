import { html } from '../html.ts'
import type { Texts } from '../texts.ts'

export type PushSection = { url: string; key: string; number: string }

/** News on this device: hidden until the script finds a browser that can do it. */
export const push = ({ t }: Texts, section: PushSection | null) => {
  if (!section) return null
  const texts = {
    on: t('push.on'),
    off: t('push.off'),
    stop: t('push.stop'),
    ask: t('push.ask'),
    refused: t('push.refused'),
    failed: t('push.failed'),
  }
  return html`
    <section
      class="tracking-push" id="tracking-push" hidden aria-labelledby="tracking-push-heading"
      data-url=${section.url} data-key=${section.key} data-number=${section.number} data-texts=${JSON.stringify(texts)}
    >
      <h2 id="tracking-push-heading">${t('push')}</h2>
      <p>${t('push.about')}</p>
      <div class="tracking-take-along">
        <button type="button" class="tracking-action">${t('push.ask')}</button>
        <span class="tracking-done" role="status"></span>
      </div>
    </section>
  `
}
