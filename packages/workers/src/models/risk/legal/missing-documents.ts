import type { RiskRule } from '../rule.ts'

/** Documents that customs will ask for are not there, while it is not too late. */
export const missingDocuments: RiskRule = ({ subject: { entries }, now }) =>
  entries.flatMap(({ id, state, country, requiredDocuments, presentDocuments }) => {
    const missing = requiredDocuments.filter((document) => !presentDocuments.includes(document))
    if (missing.length === 0 || !(state === 'draft' || state === 'lodged' || state === 'accepted')) return []
    return [
      {
        what: 'missing-documents' as const,
        facts: { country, documents: missing.join(', '), count: missing.length },
        weight: Math.min(1.5, 0.5 * missing.length),
        ...{ confidence: 0.9, at: now.toISOString(), halfLifeHours: null, inArrival: true },
        source: { type: 'customs-entry' as const, id },
      },
    ]
  })
