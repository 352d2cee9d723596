/**
 * The languages of both faces. `locale` is how dates and numbers are written for readers of whom no region is known; `name` is what
 * the language calls itself.
 */
export const languages = [
  { code: 'en', name: 'English', locale: 'en-GB', direction: 'ltr' },
  { code: 'zh', name: '简体中文', locale: 'zh-CN', direction: 'ltr' },
  { code: 'es', name: 'Español', locale: 'es-ES', direction: 'ltr' },
  { code: 'fr', name: 'Français', locale: 'fr-FR', direction: 'ltr' },
  { code: 'de', name: 'Deutsch', locale: 'de-DE', direction: 'ltr' },
  { code: 'pt', name: 'Português', locale: 'pt-BR', direction: 'ltr' },
  { code: 'ja', name: '日本語', locale: 'ja-JP', direction: 'ltr' },
  { code: 'ar', name: 'العربية', locale: 'ar', direction: 'rtl' },
] as const

export type Language = (typeof languages)[number]
export type LanguageCode = Language['code']

export const languageOf = (code: LanguageCode) => languages.find((language) => language.code === code) as Language
export const isLanguage = (code: unknown): code is LanguageCode => languages.some((language) => language.code === code)
