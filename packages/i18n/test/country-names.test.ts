import { expect, test } from 'vitest'
import { countryNames } from '../src/country-names.ts'
import { languages } from '../src/languages.ts'

test('Countries go by their everyday names in each language.', () => {
  const of = (country: string) => languages.map(({ code }) => countryNames(code)[country])
  expect(of('CN')).toEqual(['China', '中国', 'China', 'Chine', 'China', 'China', '中国', 'الصين'])
  expect(of('KR')).toEqual(['South Korea', '韩国', 'Corea del Sur', 'Corée du Sud', 'Südkorea', 'Coreia do Sul', '韓国', 'كوريا الجنوبية'])
  expect(countryNames('en').NL).toBe('Netherlands')
})

test('Every country has a name in every language.', () => {
  const known = Object.keys(countryNames('en'))
  for (const { code } of languages) {
    const names = countryNames(code)
    expect(
      known.filter((country) => !names[country]),
      code,
    ).toEqual([])
  }
})
