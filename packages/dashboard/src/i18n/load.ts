import type { LanguageCode } from '@lading/i18n/languages'
import type { Texts } from './spoken.ts'

type Catalogue = Promise<{ default: unknown }>

// One chunk a language; the build compiles what is imported here.
const catalogues: Record<LanguageCode, () => Catalogue> = {
  en: () => import('@lading/i18n/messages/en/dashboard.json'),
  zh: () => import('@lading/i18n/messages/zh/dashboard.json'),
  es: () => import('@lading/i18n/messages/es/dashboard.json'),
  fr: () => import('@lading/i18n/messages/fr/dashboard.json'),
  de: () => import('@lading/i18n/messages/de/dashboard.json'),
  pt: () => import('@lading/i18n/messages/pt/dashboard.json'),
  ja: () => import('@lading/i18n/messages/ja/dashboard.json'),
  ar: () => import('@lading/i18n/messages/ar/dashboard.json'),
}

export const loadTexts = async (code: LanguageCode) => (await catalogues[code]()).default as Texts
