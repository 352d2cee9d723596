import type { FactsOf } from '@lading/shared/domain/alert-facts'
import type { Rule } from './rule.ts'

/**
 * Before the first departure: what will be declared of the goods would stop them. Closes when it is mended, and when they have left. None
 * where nothing is said of the goods: who keeps that elsewhere would have an alert of every shipment.
 */
export const declaration: Rule = ({ declared, legs }, open) => {
  if (!declared || legs[0]?.actualDeparture) return 'over'
  if (declared.findings.some(({ code }) => code === 'goods-missing')) return 'over'
  const severe = declared.findings.filter(({ severity }) => severity === 'critical')
  const [worst] = severe
  if (!worst) return 'over'
  const documents = severe.flatMap(({ facts }) => facts.document ?? [])
  const facts = {
    ...{ country: declared.country, findings: severe.length, codes: [...new Set(severe.map(({ code }) => code))].join(', ') },
    documents: documents.join(', ') || null,
  } satisfies FactsOf['declaration']
  return {
    // What is forbidden does not get better by hurrying.
    severity: severe.some(({ code }) => code === 'prohibited') ? 'critical' : 'warning',
    message: `Before departure: ${worst.what}${severe.length > 1 ? ` And ${severe.length - 1} more.` : ''}`,
    facts,
    figure: { name: 'findings', step: 1, material: 1 },
    isNews: open !== undefined && (open.facts.codes !== facts.codes || open.facts.documents !== facts.documents),
  }
}
