import type { ClearanceCase, ClearanceOutcome } from '@lading/models/customs/clearance/clearance-case'
import type { Clearance } from '@lading/store/postgres/clearance-outcome/read'

/** An outcome as it is learnt from. */
export const clearedCase = ({ country, office, hsCode, mode, party, ...rest }: Clearance) => {
  const { submittedAt, clearedAt, channel, missingDocuments, restrictions } = rest
  const its: ClearanceCase = {
    ...{ country, submittedAtMs: submittedAt.getTime(), missingDocuments, restrictions },
    ...(office !== null && { office }),
    ...(hsCode !== null && { hsCode }),
    ...(mode !== null && { mode }),
    ...(party !== null && { party }),
  }
  const outcome: ClearanceOutcome = { channel, clearedAtMs: clearedAt.getTime() }
  return { its, outcome }
}
