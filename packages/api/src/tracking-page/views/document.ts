import type { VNode } from 'preact'
import type { Assets } from '../assets.ts'
import type { Brand } from '../brand.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'

type Options = { texts: Texts; assets: Assets; title: string; brand?: Brand | null; theme?: 'light' | 'dark' | undefined; kind?: 'embed' }

/** The frame around a page: language, direction, style; never indexed. */
export const document = ({ texts, assets, title, brand, theme, kind }: Options, content: VNode | VNode[]) => html`
  <html lang=${texts.locale} dir=${texts.direction} data-theme=${theme}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="color-scheme" content="light dark" />
      <title>${title}</title>
      <link rel="icon" href="/favicon.svg" />
      ${assets.styles.map((href) => html`<link rel="stylesheet" href=${href} />`)}
      ${brand?.styleUrl && html`<link rel="stylesheet" href=${brand.styleUrl} />`}
    </head>
    <body class=${kind ? `tracking ${kind}` : 'tracking'}>
      ${content}
      ${assets.scripts.map((src) => html`<script type="module" src=${src}></script>`)}
    </body>
  </html>
`
