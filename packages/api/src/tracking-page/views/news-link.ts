import type { Assets } from '../assets.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import { document } from './document.ts'
import { languageForm } from './language-form.ts'

export type NewsLink = { kind: 'confirm' | 'stop'; trackingNumber: string; url: string } | { kind: 'stopped' }

/**
 * What a link in a message opens: one question with one button. Opening it does nothing, as programs that look for harm in mails open
 * every link.
 */
export const newsLinkPage = (texts: Texts, { styles }: Assets, link: NewsLink) => {
  const { t } = texts
  const title = link.kind === 'confirm' ? t('news.confirm-headline') : t('news.stop')
  return document({ texts, assets: { styles, scripts: [] }, title }, [
    html`<header class="tracking-header"><p class="tracking-brand">Lading</p></header>`,
    html`<main class="tracking-main">
      <section class="tracking-answer">
        <h1>${title}</h1>
        ${link.kind === 'stopped' ? html`<p class="tracking-explanation" role="status">${t('news.stopped')}</p>` : question(texts, link)}
      </section>
    </main>`,
    html`<footer class="tracking-footer">${languageForm(texts)}</footer>`,
  ])
}

const question = ({ t }: Texts, { kind, trackingNumber: number, url }: Exclude<NewsLink, { kind: 'stopped' }>) => html`
  <p class="tracking-explanation">${t(kind === 'confirm' ? 'news.confirm-about' : 'news.stop-about', { number })}</p>
  <form class="tracking-form" method="post" action=${url}>
    <button type="submit">${t(kind === 'confirm' ? 'news.confirm' : 'news.stop')}</button>
  </form>
  ${kind === 'confirm' && html`<p class="tracking-updated">${t('news.confirm-ignore')}</p>`}
`
