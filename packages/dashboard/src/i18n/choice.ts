import { type Chosen, chooseLanguage } from '@lading/i18n/choose-language'
import type { LanguageCode } from '@lading/i18n/languages'

const key = 'lading-language'

// Private windows of some browsers refuse storage altogether; the language is then the browser's.
const stored = () => {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** The reader's language: the one chosen here before, or else what the browser prefers. */
export const readerLanguage = (): Chosen => chooseLanguage(navigator.languages, stored())

/** Everything that is on the screen changes, so the page is loaded anew; where it is and what it shows is in its address. */
export const changeLanguage = (code: LanguageCode) => {
  try {
    localStorage.setItem(key, code)
  } catch {
    // The same private windows as above.
  }
  location.reload()
}
