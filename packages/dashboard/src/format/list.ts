import { locale } from '../i18n/t.ts'

const lists = new Intl.ListFormat(locale, { type: 'conjunction' })

/** "a, b and c". */
export const formatList = (items: string[]) => lists.format(items)
