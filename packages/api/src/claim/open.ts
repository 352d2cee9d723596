import type { NewClaim } from '@lading/shared/contract/claim'
import { openClaim } from '@lading/store/postgres/claim/open'
import type { Actor } from '@lading/store/postgres/claim/rows'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { Db } from '@lading/store/postgres/open'
import { evidenceOfPartner } from '../partner/evidence-of.ts'

/** Opens a claim; of a score the evidence has to be there, and what it says then is written down with it. Answers its id. */
export const openWithEvidence = async (db: Db, wanted: NewClaim, actor: Actor): Promise<string> => {
  if (wanted.kind !== 'score' || wanted.evidenceId === undefined) return openClaim(db, wanted, actor)
  if (actor.partner !== undefined && actor.partner !== wanted.partner)
    throw new DomainError('partner-not-found', 'There is no such partner.')
  const all = await evidenceOfPartner(db, wanted.partner, actor.now)
  const evidence = all.find(({ id }) => id === wanted.evidenceId)
  if (!evidence)
    throw new DomainError('not-valid', 'The claim is not valid.', [{ path: '/evidenceId', message: 'is no evidence of this partner' }])
  const { dispute: _, ...said } = evidence
  return openClaim(db, { ...wanted, ...(said.shipment && { shipmentId: said.shipment.id }) }, actor, { evidence: said })
}
