import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Basis, compareLandedCost } from '../../src/landed-cost/compare.ts'
import { atRate, consignment, duty, european, euros, line, rule } from './a-consignment.ts'

const before = duty('EU', '9405', '3.7', { key: 'eu-lamps', validTo: '2026-03-31' })
const after = duty('EU', '9405', '4.7', { key: 'eu-lamps', version: 2, validFrom: '2026-04-01' })
const perKg = rule('EU', { kind: 'excise', name: 'By weight', charge: { perKg: '1', currency: 'EUR' } })
const rules = [...european, before, after, perKg]

const quoted: Basis = { consignment: consignment(), rules, exchange: atRate('1') }
const explain = (actual: Partial<Basis>) => {
  const answer = compareLandedCost(quoted, { ...quoted, ...actual })
  if (!('variance' in answer)) throw new Error(JSON.stringify(answer))
  const { causes, ...rest } = answer.variance
  return { ...rest, causes: Object.fromEntries(causes.map(({ cause, difference }) => [cause, difference.minorUnits])) }
}
const nothing = { value: 0, weight: 0, tariff: 0, classification: 0, exchange: 0 }

describe('Against what was quoted, a consignment at the border', () => {
  it('costs the same where nothing changed.', () => {
    expect(explain({})).toMatchObject({ causes: nothing, rules: [] })
  })

  it('costs more by the value and what is charged on it.', () => {
    const { causes } = explain({ consignment: consignment({ lines: [line({ value: euros(110_000) })] }) })
    expect(causes).toEqual({ ...nothing, value: 10_000 + 370 + 1_970 })
  })

  it('costs more by the weight.', () => {
    expect(explain({ consignment: consignment({ lines: [line({ weightKg: '30' })] }) }).causes).toEqual({ ...nothing, weight: 595 })
  })

  it('costs more by a version of the tariff that began meanwhile, which is named.', () => {
    const { causes, rules: changed } = explain({ consignment: consignment({ day: '2026-04-02' }) })
    expect(causes).toEqual({ ...nothing, tariff: 1_190 })
    expect(changed).toEqual([{ before: expect.objectContaining({ version: 1 }), after: expect.objectContaining({ version: 2 }) }])
  })

  it('costs something else by what the goods turn out to be.', () => {
    const { causes } = explain({
      rules: [...rules, duty('EU', '950300', '0')],
      consignment: consignment({ lines: [line({ hsCode: '950300' })] }),
    })
    expect(causes).toEqual({ ...nothing, classification: -4_403 })
  })

  it('is explained to the unit, whatever changed together.', () => {
    const dollars = (minorUnits: number) => ({ minorUnits, currency: 'USD' })
    fc.assert(
      fc.property(
        ...[fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 1, max: 900_000 })],
        ...[fc.integer({ min: 1, max: 90 }).map(String), fc.integer({ min: 1, max: 300 }), fc.boolean()],
        (then, now, weightKg, hundredths, later) => {
          const answer = compareLandedCost(
            { rules, exchange: atRate('0.9'), consignment: consignment({ lines: [line({ value: dollars(then) })] }) },
            {
              ...{ rules, exchange: atRate(String(hundredths / 100)) },
              consignment: consignment({ day: later ? '2026-05-01' : '2026-03-01', lines: [line({ value: dollars(now), weightKg })] }),
            },
          )
          if (!('variance' in answer)) throw new Error('not compared')
          const { variance } = answer
          const explained = variance.causes.reduce((sum, { difference }) => sum + difference.minorUnits, 0)
          expect(explained).toBe(variance.now.minorUnits - variance.quoted.minorUnits)
        },
      ),
    )
  })
})
