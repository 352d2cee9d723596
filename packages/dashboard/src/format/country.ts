import { spoken } from '../i18n/spoken.ts'

const { countries } = spoken()

export const countryName = (code: string) => countries[code] ?? code
