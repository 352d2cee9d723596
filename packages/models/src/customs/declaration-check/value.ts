import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import type { DeclarationRule } from './declaration.ts'
import { sayTimes, unusual, usualOf } from './unusual.ts'

const agreement = {
  name: 'WTO Agreement on Customs Valuation',
  url: 'https://www.wto.org/english/docs_e/legal_e/20-val.pdf',
  date: '1995-01-01',
}

/** A value that is there, and that is about what such goods were declared at before. */
export const value: DeclarationRule = ({ lines }, { usualValues }) =>
  lines.flatMap(({ hsCode, product, quantity, value: { minorUnits, currency } }, index): DeclarationFinding[] => {
    const path = `/lines/${index}/value`
    if (minorUnits <= 0)
      return [
        {
          ...{ code: 'value-missing', severity: 'critical', path, facts: {}, source: agreement },
          what: 'The goods are declared as worth nothing.',
          toDo: 'Say what was paid for them, or would be: samples and gifts have a value for customs, too.',
        },
      ]
    const found = unusual(minorUnits, quantity, usualOf(usualValues, 'piece', { product, hsCode, currency }))
    if (!found) return []
    const { usual, z } = found
    const times = sayTimes(found.times)
    return [
      {
        ...{ code: 'value-unusual', severity: 'warning', path },
        facts: {
          key: usual.key,
          currency,
          times,
          z: Math.round(z * 10) / 10,
          lines: usual.lines,
          usual: Math.round(Math.exp(usual.median)),
        },
        what: `A piece is worth ${times} times what ${usual.key} was declared at before, by the middle of ${usual.lines} declarations.`,
        toDo: 'See whether quantity, value and currency are right, and have the invoice at hand: customs may ask how the value came about.',
        source: { name: 'Declared before on this platform', url: null, date: usual.lastOn },
      },
    ]
  })
