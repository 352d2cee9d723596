import { languages } from '@lading/i18n/languages'
import { html } from '../html.ts'
import type { Texts } from '../texts.ts'

/** Every language by its own name. It works without script: the same address is asked for once more, with `?lang=`. */
export const languageForm = ({ code, t }: Texts) => html`
  <form class="tracking-language" method="get">
    <label for="tracking-language">${t('language')}</label>
    <select id="tracking-language" name="lang">
      ${languages.map((language) => html`<option value=${language.code} lang=${language.code} selected=${language.code === code}>${language.name}</option>`)}
    </select>
    <button type="submit">${t('language.choose')}</button>
  </form>
`
