import { describe, expect, it } from 'vitest'
import { chooseLanguage, wantedOf } from '../src/choose-language.ts'

describe('The language of a reader', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', { code: 'de', locale: 'de-AT' }],
    ['nl-NL,nl;q=0.9,fr;q=0.8,en;q=0.7', { code: 'fr', locale: 'fr-FR' }],
    ['en;q=0.5,ja', { code: 'ja', locale: 'ja-JP' }],
    ['pt', { code: 'pt', locale: 'pt-BR' }],
    ['pt-PT', { code: 'pt', locale: 'pt-PT' }],
    ['ar-EG', { code: 'ar', locale: 'ar-EG' }],
    ['zh-Hans-SG', { code: 'zh', locale: 'zh-SG' }],
    ['zh,de-CH', { code: 'zh', locale: 'zh-CN' }],
    ['EN-us', { code: 'en', locale: 'en-US' }],
    ['es-419', { code: 'es', locale: 'es-419' }],
  ])('Of "%s" is the first that there are texts in, as it is written where they are.', (header, chosen) =>
    expect(chooseLanguage(wantedOf(header))).toEqual(chosen),
  )

  it.each([undefined, '', '*', 'xx', 'en;q=0', 'nl-NL,nl;q=0.9', ';;;,,,q=', 'en;q=nonsense', `${'x'.repeat(5_000)}-${'1'.repeat(5_000)}`])(
    'is English where they want none of them: %s.',
    (header) => expect(chooseLanguage(wantedOf(header))).toEqual({ code: 'en', locale: 'en-GB' }),
  )

  it('is the one they chose by hand, whatever their browser prefers.', () => {
    expect(chooseLanguage(['en-US', 'de-CH'], 'de')).toEqual({ code: 'de', locale: 'de-CH' })
    expect(chooseLanguage(['en-US'], 'ar')).toEqual({ code: 'ar', locale: 'ar' })
    expect(chooseLanguage(['de-DE'], 'klingon')).toEqual({ code: 'de', locale: 'de-DE' })
  })

  it('has no traditional dates within simplified Chinese texts.', () => {
    expect(chooseLanguage(['zh-TW'])).toEqual({ code: 'zh', locale: 'zh-CN' })
    expect(chooseLanguage(['zh-Hant-HK', 'zh-CN'])).toEqual({ code: 'zh', locale: 'zh-CN' })
  })

  it('takes no other calendar or digits from a tag than the region has.', () => {
    expect(chooseLanguage(['en-GB-u-ca-islamic-nu-thai'])).toEqual({ code: 'en', locale: 'en-GB' })
  })
})
