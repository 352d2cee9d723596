import type { PartnerDetail } from '@lading/shared/contract/partner'
import type { PartnerEvidence } from '@lading/shared/contract/partner-evidence'
import type { PartnerOwnEvidence, PartnerOwnScore, PartnerProfile } from '@lading/shared/contract/partner-portal'
import { disputeMovesFrom } from '@lading/shared/domain/claim'
import { type QualificationReasonCode, qualificationStatuses } from '@lading/shared/domain/partner-qualification'

/**
 * Reasons that a partner is told. Whether a name on a list is like its own and when we look at it again are our business, and who is on
 * a list is not warned of it.
 */
const told: QualificationReasonCode[] = [
  ...(['suspended-by-person', 'document-missing', 'document-expired', 'document-not-yet-valid', 'document-expiring'] as const),
]

/** Who it is, and what it has to show. Suspended is suspended, whatever for; the reason that a person wrote stays with staff. */
export const profileOf = ({ code, name, country, roles, qualification, documents, submitted }: PartnerDetail): PartnerProfile => {
  const reasons = qualification.reasons
    .filter((reason) => told.includes(reason.code))
    .map(({ code: why, status, document, day }) => ({ code: why, status, document, day }))
  const rank = (status: PartnerProfile['status']) => qualificationStatuses.indexOf(status)
  const worst = reasons.map(({ status }) => status).toSorted((one, other) => rank(other) - rank(one))[0]
  return {
    ...{ code, name, country, roles },
    status: qualification.status === 'suspended' ? 'suspended' : (worst ?? 'qualified'),
    reasons,
    documents,
    submitted,
  }
}

/**
 * Its score without what is believed of its kind: with two of a kind that is the score of the other. For the same reason an aspect of which
 * nothing was seen is left out.
 */
export const ownScore = ({ score, aspects, scores }: PartnerDetail): PartnerOwnScore => ({
  score: score && { score: score.score, low: score.low, high: score.high, at: score.at, before: score.before },
  aspects: aspects
    .filter(({ observations }) => observations > 0)
    .map(({ aspect, mean, low, high, observations, bad, share }) => ({ aspect, mean, low, high, observations, bad, share })),
  history: scores,
})

type Seen = { shipments: Set<string>; orders: Set<string> }

/** What is told of a fact: measures of the partner's own work. */
const toldFacts = ['leg', 'mode', 'hours', 'kind', 'product', 'quantity', 'received', 'days', 'missing', 'documents', 'number']

const ownDispute = ({ claim: id, number, state, isOpen, isUpheld }: NonNullable<PartnerEvidence['dispute']>) => ({
  ...{ id, number, isUpheld },
  // Nobody looks at what was rejected until it is appealed.
  isOpen: isOpen && state !== 'rejected',
  may: disputeMovesFrom(state),
})

/** A piece of evidence without what staff wrote about it, and without links to what the partner takes no part in. */
export const ownEvidence = (
  { id, aspect, isGood, count, at, source, code, facts, shipment, order, dispute }: PartnerEvidence,
  seen: Seen,
): PartnerOwnEvidence => ({
  ...{ id, aspect, isGood, count, at, source, code },
  facts: Object.fromEntries(Object.entries(facts).filter(([name]) => toldFacts.includes(name))),
  shipment: shipment && seen.shipments.has(shipment.id) ? shipment : null,
  order: order && seen.orders.has(order.id) ? order : null,
  dispute: dispute && ownDispute(dispute),
})
