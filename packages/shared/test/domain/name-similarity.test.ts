import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameSimilarity, nameTokens, similarEnough } from '../../src/domain/name-similarity.ts'

const words = fc.array(fc.stringMatching(/^[a-zé]{1,9}$/), { minLength: 1, maxLength: 5 }).map((each) => each.join(' '))

describe('How alike two names are', () => {
  it('does not depend on which of them is asked about, and lies between 0 and 1.', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const near = nameSimilarity(one, other)
        expect(near).toBeCloseTo(nameSimilarity(other, one), 12)
        expect(near >= 0 && near <= 1).toBe(true)
      }),
    )
  })

  it('is whole for the same words in any order, with any case, accents and legal form.', () => {
    fc.assert(
      fc.property(words, (name) => {
        expect(nameSimilarity(name, name.split(' ').reverse().join(' ').toUpperCase())).toBeCloseTo(1, 12)
      }),
    )
    expect(nameSimilarity('Société Générale de Fret S.A.R.L.', 'FRET GENERALE DE SOCIETE')).toBe(1)
    expect(nameTokens('The Company Ltd.')).toEqual(['company', 'ltd', 'the'])
  })

  it.each([
    ['Volga Shipyard OOO', 'Volga Shipyrad', true],
    ['Al-Rashid Trading Est.', 'Al Rasheed Trading Est', true],
    ['Northern Star Shipping Co.', 'Nothern Star Shiping Company', true],
    ['Pearl River Trading', 'Black River Mining', false],
    ['Meridian Container Line', 'Meridian Clearance', false],
    ['Blue Anchor Shipping', 'Red Anchor Shipping', false],
  ])('of %s and %s is enough to be looked at: %s', (one, other, isHit) => {
    expect(nameSimilarity(one, other) >= similarEnough).toBe(isHit)
  })
})
