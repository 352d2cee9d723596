import type { Brand } from '../brand.ts'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'

// As high as two lines; wider logos are made smaller by the style sheet.
const logoHeight = 40

/** Whom it is from: the merchant's logo or name, or Lading where it is from nobody in particular. */
export const brandLine = (brand: Brand | null) => {
  if (!brand) return html`<p class="tracking-brand">Lading</p>`
  const { logo, name } = brand
  if (!logo) return html`<p class="tracking-brand" dir="auto">${name}</p>`
  return html`<p class="tracking-brand"><img src=${logo.url} alt=${name} height=${logoHeight} width=${Math.round((logo.width / logo.height) * logoHeight)} /></p>`
}

/** Where to ask, and what becomes of what one says. */
export const brandLinks = (brand: Brand | null, { t }: Texts) =>
  brand &&
  (brand.supportUrl || brand.privacyUrl) &&
  html`
    <p class="tracking-brand-links">
      ${brand.supportUrl && html`<a href=${brand.supportUrl} rel="noreferrer">${t('brand.support', { name: brand.name })}</a>`}
      ${' '}
      ${brand.privacyUrl && html`<a href=${brand.privacyUrl} rel="noreferrer">${t('brand.privacy')}</a>`}
    </p>
  `
