import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import type { DeclarationRule } from './declaration.ts'
import { isCountry } from './is-country.ts'

const source = { name: 'Revised Kyoto Convention, Specific Annex K: rules of origin', url: null, date: '2006-02-03' }

/** Duty and what is forbidden depend on where goods were made, which is not where they are sent from. */
export const origin: DeclarationRule = ({ lines }) =>
  lines.flatMap(({ origin: from }, index): DeclarationFinding[] => {
    const said = { path: `/lines/${index}/origin`, source }
    const toDo = 'Ask whoever made the goods for their country of origin; where a preference is claimed, for a proof of it.'
    if (!from)
      return [{ ...said, code: 'origin-missing', severity: 'warning', facts: {}, what: 'It is not said where the goods were made.', toDo }]
    if (isCountry(from)) return []
    return [{ ...said, code: 'origin-unknown', severity: 'critical', facts: { origin: from }, what: `${from} is no country.`, toDo }]
  })
