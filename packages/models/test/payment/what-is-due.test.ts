import { incoterms } from '@lading/shared/domain/incoterm'
import { sumOf } from '@lading/shared/money/sum'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whatIsDue } from '../../src/payment/what-is-due.ts'

const eur = (minorUnits: number) => ({ minorUnits, currency: 'EUR' })
const costs = [
  { kind: 'goods', name: '', amount: eur(12_000) },
  { kind: 'freight', name: '', amount: eur(900) },
  { kind: 'duty', name: 'Third country duty', amount: eur(480) },
  { kind: 'duty', name: 'Third country duty', amount: eur(60) },
  { kind: 'tax', name: 'VAT', amount: eur(1_800) },
  { kind: 'fee', name: 'Handling', amount: eur(0) },
]

describe('what is due of whoever receives goods', () => {
  it('is what the border charges: duty and tax, not the goods, and what is nought is left out', () => {
    expect(whatIsDue(costs, 'DAP', 'EUR')).toEqual({
      lines: [
        { kind: 'duty', name: 'Third country duty', amount: eur(540) },
        { kind: 'tax', name: 'VAT', amount: eur(1_800) },
      ],
      total: eur(2_340),
    })
  })

  it.each(incoterms)('under %s: nothing where the seller pays duties, everything otherwise', (incoterm) => {
    expect(whatIsDue(costs, incoterm, 'EUR')?.total.minorUnits).toBe(incoterm === 'DDP' ? undefined : 2_340)
  })

  it('is nothing where nothing is charged', () => {
    expect(whatIsDue([{ kind: 'goods', name: '', amount: eur(100) }], 'DAP', 'EUR')).toBeNull()
  })

  it('adds up to its total however many lines there are', () => {
    const line = fc.record({
      kind: fc.constantFrom('duty', 'tax', 'fee', 'excise', 'goods'),
      name: fc.constantFrom('a', 'b', 'c'),
      amount: fc.integer({ min: 0, max: 1e9 }).map(eur),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const due = whatIsDue(lines, 'DAP', 'EUR')
        const charged = lines.filter(({ kind }) => kind !== 'goods').map(({ amount }) => amount)
        expect(due?.total ?? eur(0)).toEqual(sumOf(charged, 'EUR'))
        expect(
          sumOf(
            (due?.lines ?? []).map(({ amount }) => amount),
            'EUR',
          ),
        ).toEqual(due?.total ?? eur(0))
      }),
    )
  })
})
