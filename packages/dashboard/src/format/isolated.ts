import { languageOf } from '@lading/i18n/languages'
import { spoken } from '../i18n/spoken.ts'

/** What is read from left to right, whole, where the text around it is read from right to left. */
export const isolated = (text: string) => (languageOf(spoken().code).direction === 'rtl' ? `\u2066${text}\u2069` : text)
