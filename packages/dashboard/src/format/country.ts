import { locale } from '../i18n/t.ts'

const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })

export const countryName = (code: string) => names.of(code) ?? code
