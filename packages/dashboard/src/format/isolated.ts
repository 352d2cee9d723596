import { isolatedIn } from '@lading/i18n/isolated'
import { spoken } from '../i18n/spoken.ts'

/** What is read from left to right, whole, in the language of this page. */
export const isolated = (text: string) => isolatedIn(spoken().code, text)
