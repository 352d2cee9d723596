import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import type { DeclarationRule } from './declaration.ts'
import { sayTimes, unusual, usualOf } from './unusual.ts'

const source = { name: 'WCO SAFE Framework of Standards: advance cargo information', url: null, date: '2021-06-01' }

/** A weight that is there, and a value that goes with it: a kilogram costs about what it did before. */
export const weight: DeclarationRule = ({ lines }, { usualValues }) =>
  lines.flatMap(({ hsCode, product, weightKg, value: { minorUnits, currency } }, index): DeclarationFinding[] => {
    const path = `/lines/${index}/weightKg`
    if (weightKg === undefined || weightKg === null || weightKg <= 0)
      return [
        {
          ...{ code: 'weight-missing', severity: 'info', path, facts: {}, source },
          what: 'It is not said what the goods weigh.',
          toDo: 'Say what all pieces weigh; where duty goes by weight, net.',
        },
      ]
    const found = unusual(minorUnits, weightKg, usualOf(usualValues, 'kilogram', { product, hsCode, currency }))
    if (!found) return []
    const times = sayTimes(found.times)
    const { key, lines: count, lastOn } = found.usual
    return [
      {
        ...{ code: 'weight-unusual', severity: 'warning', path },
        facts: { key, currency, times, z: Math.round(found.z * 10) / 10, lines: count },
        what: `A kilogram is worth ${times} times what ${key} was declared at before, by the middle of ${count} declarations.`,
        toDo: 'See whether the weight is in kilograms, of all pieces, and whether the value is right.',
        source: { name: 'Declared before on this platform', url: null, date: lastOn },
      },
    ]
  })
