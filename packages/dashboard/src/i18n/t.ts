import type { DashboardKey } from '@lading/i18n/faces'
import { translator } from '@lading/i18n/translator'
import { spoken } from './spoken.ts'

export type MessageKey = DashboardKey

/**
 * Dates and numbers follow the reader's region as far as it goes with the language of the texts: a page that says
 * "arrives" must not go on in another language.
 */
export const { locale } = spoken()

/** The text of a key in the reader's language with its parameters filled in. */
export const t = translator<MessageKey>(spoken().messages, locale)

export const isKey = (key: string): key is MessageKey => key in spoken().messages
