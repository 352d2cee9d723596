import { type LanguageCode, languageOf } from './languages.ts'

/** What is read from left to right, whole, where the text around it is read from right to left. */
export const isolatedIn = (code: LanguageCode, text: string) => (languageOf(code).direction === 'rtl' ? `\u2066${text}\u2069` : text)
