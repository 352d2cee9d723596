import { type Chosen, chooseLanguage } from '@lading/i18n/choose-language'
import type { LanguageCode } from '@lading/i18n/languages'
import { remember, remembered } from '../storage.ts'

const key = 'lading-language'

/** The reader's language: the one chosen here before, or else what the browser prefers. */
export const readerLanguage = (): Chosen => chooseLanguage(navigator.languages, remembered(key))

/** Everything that is on the screen changes, so the page is loaded anew; where it is and what it shows is in its address. */
export const changeLanguage = (code: LanguageCode) => {
  remember(key, code)
  location.reload()
}
