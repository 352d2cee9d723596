import type { DeclarationFinding, DeclaredLine } from '@lading/shared/domain/declaration-check'
import type { TradeRule } from '@lading/shared/domain/trade-rule'
import { concerns, rulesOf } from '../../landed-cost/rules-for.ts'
import type { DeclarationRule } from './declaration.ts'
import { isLastMoment, sameDocument } from './documents.ts'

/** What the rules of the country of import ask of such goods on the day they arrive: forbidden, restricted, or not without a document. */
export const requirements: DeclarationRule = (declaration, { tradeRules, now }) => {
  const { lines, country: destination, arrivesOn, departsAt, documents, requiredDocuments } = declaration
  const place = { destination, day: arrivesOn ?? now.toISOString().slice(0, 10) }
  const said = (rule: TradeRule, toDo: string) => {
    const index = lines.findIndex((line) => concerns(rule, { hsCode: line.hsCode, origin: line.origin ?? '' }))
    if (index < 0) return undefined
    const { hsCode } = lines[index] as DeclaredLine
    const source = { name: rule.source, url: rule.sourceUrl, date: rule.validFrom }
    return { hsCode, finding: { path: `/lines/${index}/hsCode`, toDo: toDo || askThem, source } }
  }
  const held = [...rulesOf(tradeRules, 'prohibition', place), ...rulesOf(tradeRules, 'restriction', place)]
  return [
    ...held.flatMap((rule): DeclarationFinding[] => {
      const { kind, what, toDo } = rule.terms
      const its = said(rule, toDo)
      if (!its) return []
      const facts = { what, hsCode: its.hsCode, ...(toDo && { toDo }) }
      return kind === 'prohibition'
        ? [{ ...its.finding, code: 'prohibited', severity: 'critical', facts, what: `Goods of ${its.hsCode} are forbidden there: ${what}` }]
        : [{ ...its.finding, code: 'restricted', severity: 'warning', facts, what: `Goods of ${its.hsCode} are restricted there: ${what}` }]
    }),
    ...rulesOf(tradeRules, 'document', place).flatMap((rule): DeclarationFinding[] => {
      const { document, toDo } = rule.terms
      const its = said(rule, toDo)
      // What is among those that are asked for is said to be missing already.
      const isSaid = [...documents.map(({ name }) => name), ...requiredDocuments].some((name) => sameDocument(name, document))
      if (!its || isSaid) return []
      return [
        {
          ...its.finding,
          code: 'document-missing',
          severity: isLastMoment(departsAt, now) ? 'critical' : 'warning',
          facts: { document, ...(toDo && { toDo }) },
          what: `${document} will be asked for and is not there.`,
        },
      ]
    }),
  ]
}

const askThem = 'Ask your declarant before the goods leave.'
