import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import type { DeclarationRule } from './declaration.ts'
import { wordsOf } from './words.ts'

/** Words that say nothing of what the goods are: alone, or only with one another, a description of them is sent back. */
const vague = new Set([
  ...['goods', 'merchandise', 'products', 'product', 'items', 'item', 'articles', 'article', 'things', 'stuff', 'various', 'misc'],
  ...['miscellaneous', 'general', 'cargo', 'freight', 'parts', 'part', 'spare', 'spares', 'samples', 'sample', 'gift', 'gifts', 'personal'],
  ...['effects', 'accessories', 'equipment', 'material', 'materials', 'supplies', 'consolidated', 'mixed', 'other', 'others', 'and', 'the'],
  ...['new', 'used', 'commercial', 'consumer'],
])
const source = {
  name: 'European Commission, Import Control System 2: acceptable and unacceptable descriptions of goods',
  url: null,
  date: null,
}

/** Somebody has to be able to tell from the description what the goods are. */
export const description: DeclarationRule = ({ lines }) =>
  lines.length === 0
    ? [
        {
          ...{ code: 'goods-missing', severity: 'critical', path: '/lines', facts: {} },
          what: 'Nothing is said of the goods.',
          toDo: 'Say for each kind of goods what it is, its HS code, how many pieces, and what they are worth.',
          source: { name: 'WCO SAFE Framework of Standards: advance cargo information', url: null, date: '2021-06-01' },
        },
      ]
    : lines.flatMap((line, index): DeclarationFinding[] => {
        const words = wordsOf(line.description)
        if (words.length > 0 && words.some((word) => !vague.has(word))) return []
        return [
          {
            ...{ code: 'description-vague', severity: 'warning', path: `/lines/${index}/description`, source },
            facts: { description: line.description },
            what: `“${line.description}” does not say what the goods are.`,
            toDo: 'Describe the goods so that somebody who does not see them knows what they are, what of and what for.',
          },
        ]
      })
