import { describe, expect, it } from 'vitest'
import { compileCatalogue } from '../src/compile-catalogue.ts'
import { translator } from '../src/translator.ts'

const english = {
  plain: 'Nothing has happened yet.',
  named: '{mode} with {carrier}',
  counted: '{count, plural, one {# parcel in {place}} other {# parcels in {place}}}',
}

describe('A text', () => {
  it('takes its parameters, and the form that its count has in the language.', () => {
    const t = translator(compileCatalogue({}, english), 'en-GB')
    expect(t('plain')).toBe('Nothing has happened yet.')
    expect(t('named', { mode: 'Sea', carrier: '{mode}' })).toBe('Sea with {mode}')
    expect([1, 2, 2_000].map((count) => t('counted', { count, place: 'Rotterdam' }))).toEqual([
      '1 parcel in Rotterdam',
      '2 parcels in Rotterdam',
      '2,000 parcels in Rotterdam',
    ])
  })

  it('has as many forms as its language needs.', () => {
    const arabic = {
      counted: '{count, plural, zero {لا طرود} one {طرد} two {طردان} few {# طرود} many {# طردًا} other {# طرد}} {place}',
    }
    const t = translator(compileCatalogue(arabic, english), 'ar')
    expect([0, 1, 2, 3, 11, 100].map((count) => t('counted', { count, place: '-' }))).toEqual([
      'لا طرود -',
      'طرد -',
      'طردان -',
      '3 طرود -',
      '11 طردًا -',
      '100 طرد -',
    ])
  })

  it('is said in English until it is translated.', () => {
    const t = translator(compileCatalogue({ named: '{mode} mit {carrier}', plain: '' }, english), 'de-DE')
    expect(t('named', { mode: 'See', carrier: 'Hapag' })).toBe('See mit Hapag')
    expect(t('plain')).toBe('Nothing has happened yet.')
  })

  it('that is not in the message format is refused with its key.', () => {
    expect(() => compileCatalogue({ named: '{mode with {carrier}' }, english)).toThrow('the message named cannot be read')
  })
})
