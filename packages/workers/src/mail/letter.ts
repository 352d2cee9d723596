import type { TrackingTexts } from '@lading/i18n/tracking-texts'
import { inkOn } from '@lading/shared/domain/contrast'
import { html } from 'htm/preact'
import { renderToString } from 'preact-render-to-string'

type Link = { label: string; url: string }

/** What a mail says, in the order in which it is read. */
export type Letter = {
  /** Whose name stands above it; nothing where it is from nobody in particular. */
  from?: string | undefined
  headline: string
  paragraphs: string[]
  about?: string
  action: Link
  /** What goes without saying to whoever expected it. */
  small: string[]
  stop?: Link
  links: Link[]
}

/** For whoever reads mails as text, or has them read aloud. */
export const asText = ({ from, headline, paragraphs, about, action, small, stop, links }: Letter) =>
  [
    from,
    headline,
    ...paragraphs,
    about,
    `${action.label}:\n${action.url}`,
    '-- ',
    ...small,
    ...[...links, ...(stop ? [stop] : [])].map(({ label, url }) => `${label}:\n${url}`),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')

// The merchant's colour is one that can be read on this ground.
const usualAccent = '#3a4fc4'

const styleWith = (accent: string) => ({
  body: 'margin:0;padding:24px 16px;background:#f4f6f8;color:#14202b;font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:16px;line-height:1.5',
  letter: `max-width:560px;margin:0 auto;padding:24px;border-top:4px solid ${accent};border-radius:10px;background:#ffffff`,
  headline: 'margin:0 0 12px;font-size:24px;line-height:1.25',
  paragraph: 'margin:0 0 12px',
  action: `display:inline-block;padding:10px 24px;border-radius:6px;background:${accent};color:${inkOn(accent)};font-weight:600;text-decoration:none`,
  small: 'max-width:560px;margin:16px auto 0;padding:0 24px;color:#44525e;font-size:13px',
  link: `color:${accent}`,
  from: 'margin:0 0 12px;color:#44525e;font-weight:600',
})

/** The same with a little form: nothing in it is fetched from anywhere. */
export const asHtml = (letter: Letter, { locale, direction }: TrackingTexts, accent = usualAccent) => {
  const { from, headline, paragraphs, about, action, small, stop, links } = letter
  const style = styleWith(accent)
  return `<!doctype html>${renderToString(html`
    <html lang=${locale} dir=${direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${headline}</title>
      </head>
      <body style=${style.body}>
        <div style=${style.letter}>
          ${from && html`<p style=${style.from}>${from}</p>`}
          <h1 style=${style.headline}>${headline}</h1>
          ${[...paragraphs, ...(about ? [about] : [])].map((paragraph) => html`<p style=${style.paragraph}>${paragraph}</p>`)}
          <p style="margin:24px 0 0"><a href=${action.url} style=${style.action}>${action.label}</a></p>
        </div>
        <div style=${style.small}>
          ${small.map((paragraph) => html`<p style=${style.paragraph}>${paragraph}</p>`)}
          ${[...links, ...(stop ? [stop] : [])].map(
            ({ url, label }) => html`<p style=${style.paragraph}><a href=${url} style=${style.link}>${label}</a></p>`,
          )}
        </div>
      </body>
    </html>
  `)}`
}
