import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import { declaration } from '@lading/workers/models/alerts/declaration'
import { describe, expect, test } from 'vitest'
import { at, threeLegs } from '../../a-journey.ts'
import { seen } from './seen.ts'

const finding = (change: Partial<DeclarationFinding> = {}): DeclarationFinding => ({
  ...{ code: 'document-missing', severity: 'critical', path: '/', what: 'An invoice is missing.', toDo: 'Get it.' },
  ...{ facts: { document: 'invoice' }, source: { name: 'An example', url: null, date: null } },
  ...change,
})
const look = (findings: DeclarationFinding[], legs = threeLegs()) =>
  declaration(seen({ declared: { country: 'GB', findings }, legs }), undefined)

describe('A declaration that would stop the goods', () => {
  test('is an alert before departure, with how much is wrong and which papers are missing', () => {
    const origin = finding({ code: 'origin-unknown', facts: { origin: 'ZZ' } })
    expect(look([finding(), origin, finding({ severity: 'warning' })])).toMatchObject({
      severity: 'warning',
      message: 'Before departure: An invoice is missing. And 1 more.',
      facts: { country: 'GB', findings: 2, codes: 'document-missing, origin-unknown', documents: 'invoice' },
    })
  })

  test('is critical where the goods are forbidden', () => {
    expect(look([finding({ code: 'prohibited', facts: { what: 'Forbidden' } })])).toMatchObject({ severity: 'critical' })
  })

  test('is none where nothing is said of the goods: that is known elsewhere, or not yet', () => {
    expect(look([finding({ code: 'goods-missing', facts: {} }), finding({ code: 'party-missing', facts: { role: 'consignee' } })])).toBe(
      'over',
    )
  })

  test('is none where nothing would stop them, nothing is declared, or they have left', () => {
    const gone = threeLegs().map((leg) => (leg.sequence === 1 ? { ...leg, actualDeparture: at(2) } : leg))
    expect([look([finding({ severity: 'warning' })]), declaration(seen(), undefined), look([finding()], gone)]).toEqual([
      'over',
      'over',
      'over',
    ])
  })
})
