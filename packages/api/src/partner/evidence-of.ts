import { evidenceOf } from '@lading/models/partner/evidence'
import type { PartnerEvidence } from '@lading/shared/contract/partner-evidence'
import type { Db } from '@lading/store/postgres/open'
import { factsOfPartners } from '@lading/store/postgres/partner/facts'
import { registeredAs } from '@lading/store/postgres/partner/registered'

/** What the score of a partner rests on as it is now, oldest first. */
export const evidenceOfPartner = async (db: Db, code: string, now: Date): Promise<PartnerEvidence[]> => {
  const known = await registeredAs(db, code)
  const facts = (await factsOfPartners(db, [known], now)).get(code)
  return facts ? evidenceOf(facts, now) : []
}
