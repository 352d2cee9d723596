import { type DeclarationFinding, type IncotermCost, type IncotermPayer, incotermCosts } from '@lading/shared/domain/declaration-check'
import type { Incoterm } from '@lading/shared/domain/incoterm'
import type { DeclarationRule } from './declaration.ts'

const source = {
  name: 'International Chamber of Commerce, Incoterms 2020',
  url: 'https://iccwbo.org/business-solutions/incoterms-rules/',
  date: '2020-01-01',
}

/** For goods that go by sea or inland waterway; containers are handed over before a ship. */
const bySeaOnly: Incoterm[] = ['FAS', 'FOB', 'CFR', 'CIF']
const sellerPays: Record<IncotermCost, Incoterm[]> = {
  freight: ['CPT', 'CIP', 'CFR', 'CIF', 'DAP', 'DPU', 'DDP'],
  insurance: ['CIP', 'CIF'],
  duties: ['DDP'],
}
/** Under these nobody has to insure for the other: whoever does is no contradiction. */
const insuranceIsOpen: Incoterm[] = ['DAP', 'DPU', 'DDP', 'EXW', 'FCA', 'FAS', 'FOB', 'CPT', 'CFR']

const payerOf = (cost: IncotermCost, term: Incoterm): IncotermPayer | undefined => {
  if (cost === 'insurance' && insuranceIsOpen.includes(term)) return undefined
  return sellerPays[cost].includes(term) ? 'seller' : 'buyer'
}

/** A term that fits how the goods go and who is said to pay: customs adds to the value what it leaves out, and asks whom it names. */
export const incoterm: DeclarationRule = ({ incoterm: term, modes, paidBy = {} }) => {
  if (!term)
    return [
      {
        ...{ code: 'incoterm-missing', severity: 'warning', path: '/incoterm', facts: {}, source },
        what: 'The terms of delivery are not said.',
        toDo: 'Say the term and its place as they stand in the contract: freight and insurance are added to the value by it.',
      },
    ]
  const bySea = modes.length === 0 || modes.some((mode) => mode === 'sea')
  return [
    ...(bySeaOnly.includes(term) && !bySea
      ? [
          {
            ...({ code: 'incoterm-not-by-sea', severity: 'warning', path: '/incoterm', facts: { incoterm: term }, source } as const),
            what: `${term} is for goods that go by ship, and these do not.`,
            toDo: 'Agree on FCA, CPT or CIP in its place, which fit every way of transport.',
          },
        ]
      : []),
    ...incotermCosts.flatMap((cost): DeclarationFinding[] => {
      const [said, owed] = [paidBy[cost], payerOf(cost, term)]
      if (!said || !owed || said === owed) return []
      return [
        {
          ...({ code: 'incoterm-payer', severity: 'warning', path: `/paidBy/${cost}`, source } as const),
          facts: { incoterm: term, cost, said, owed },
          what: `Under ${term} the ${owed} pays for ${cost}, but the ${said} is said to.`,
          toDo: 'See which of the two is agreed: duty is reckoned by the term, and whoever does not expect to pay leaves the goods with customs.',
        },
      ]
    }),
  ]
}
