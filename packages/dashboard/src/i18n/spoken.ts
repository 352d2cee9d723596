import type { LanguageCode } from '@lading/i18n/languages'
import type { CompiledMessage } from '@lading/i18n/translator'

/** A language as it came: messages that are compiled, and the names of countries by their codes. */
export type Texts = { messages: Record<string, CompiledMessage>; countries: Record<string, string> }
export type Spoken = Texts & { code: LanguageCode; locale: string }

let chosen: Spoken | undefined

/** Settles the language of this page, before anything is imported that says something: texts and formats read it once. */
export const speak = (language: Spoken) => {
  chosen = language
}

export const spoken = (): Spoken => {
  if (!chosen) throw new Error('no language has been chosen yet')
  return chosen
}
