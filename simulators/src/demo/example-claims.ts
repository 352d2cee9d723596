import type { ClaimMove, NewClaim } from '@lading/shared/contract/claim'
import type { Api } from '../platform/api.ts'
import { partnerNamed } from './example-partners.ts'
import { falseDelivery, type UnderWay } from './season-of-trouble.ts'

const dayMs = 86_400_000

type ClaimsApi = Pick<Api, 'openClaim' | 'moveClaim' | 'commentOnClaim' | 'packClaim' | 'badEvidence'>
type Example = { claim: NewClaim; moves: ClaimMove[]; comment?: string }

const underReview: ClaimMove[] = [{ state: 'acknowledged' }, { state: 'under-review' }]

/** Of the delivery that never was: the carrier has to show where the goods are, by tomorrow. */
const ofFalseDelivery = (underWay: UnderWay[], nowMs: number): Example[] => {
  const delivery = falseDelivery(underWay, nowMs)
  const partner = delivery && partnerNamed(delivery.report.party)
  if (!delivery || !partner) return []
  return [
    {
      claim: {
        ...{ kind: 'loss', partner, shipmentId: delivery.shipmentId, claimed: { minorUnits: 1_850_000, currency: 'EUR' } },
        description: 'Example: reported as delivered while its device is still far from the destination.',
        dueBy: new Date(nowMs + dayMs).toISOString(),
      },
      moves: [],
      comment: 'Example: asked for the signature and the place of delivery.',
    },
  ]
}

/** Of the carrier that is getting worse: goods came to harm in its hands, and it offers half. */
const ofWorseCarrier = (underWay: UnderWay[]): Example[] => {
  const its = underWay.find(({ journey }) => journey.legs.some(({ carrier }) => partnerNamed(carrier) === 'roadstar'))
  if (!its) return []
  return [
    {
      claim: {
        ...{ kind: 'damage', partner: 'roadstar', shipmentId: its.shipmentId, claimed: { minorUnits: 420_000, currency: 'EUR' } },
        description: 'Example: six cartons crushed when they were loaded onto the lorry.',
      },
      moves: [
        ...underReview,
        {
          state: 'offered',
          amount: { minorUnits: 210_000, currency: 'EUR' },
          reason: 'Example: half, as the cartons were stacked too high.',
        },
      ],
      comment: 'Example: photos of the pallet are with the warehouse.',
    },
  ]
}

/** What the demonstration claims, made up as everything in it: one against whoever reported a delivery, one against the carrier getting worse, and its own dispute of a score. */
export const seedClaims = async ({ api, underWay, nowMs }: { api: ClaimsApi; underWay: UnderWay[]; nowMs: number }) => {
  for (const { claim, moves, comment } of [...ofFalseDelivery(underWay, nowMs), ...ofWorseCarrier(underWay)]) {
    const id = await api.openClaim(claim)
    if (comment) await api.commentOnClaim(id, comment)
    for (const move of moves) await api.moveClaim(id, move)
    await api.packClaim(id)
  }
  const evidenceId = await api.badEvidence('roadstar')
  if (!evidenceId) return
  const disputed = await api.openClaim({
    ...{ kind: 'score', partner: 'roadstar', evidenceId },
    description: 'Example: these came to us too late already; the ferry had been cancelled.',
  })
  for (const move of underReview) await api.moveClaim(disputed, move)
}
