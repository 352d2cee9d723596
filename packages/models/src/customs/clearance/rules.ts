import { byChannel } from '@lading/shared/domain/customs-channel'
import { fromLogOdds, toLogOdds } from '../../probability/log-odds.ts'
import type { ClearanceCase } from './clearance-case.ts'
import type { Belief } from './prior.ts'

/**
 * What missing documents and restricted goods change before there are outcomes of such cases. Experience of forwarders rather than
 * measurement, so that it can be set, and yields to outcomes.
 */
export type ClearanceRules = {
  /** The share that is released at once all the same, and the working hours each document takes to be found and looked at. */
  missingDocument: { releasedAllTheSame: number; hoursEach: number }
  /** How many times the odds of an examination, and how many times the hours of whatever is not released at once. */
  restrictedGoods: { oddsOfExamination: number; hours: number }
}

export const usualRules: ClearanceRules = {
  missingDocument: { releasedAllTheSame: 0.1, hoursEach: 16 },
  restrictedGoods: { oddsOfExamination: 3, hours: 1.5 },
}

export type RuleReason =
  | { code: 'missing-documents'; documents: string[]; hoursAdded: number }
  | { code: 'restricted-goods'; restrictions: string[]; oddsOfExamination: number; hours: number }

export const rulesOn = ({ missingDocuments = [], restrictions = [] }: ClearanceCase, rules: ClearanceRules): RuleReason[] => [
  ...(restrictions.length > 0 ? [{ code: 'restricted-goods' as const, restrictions, ...rules.restrictedGoods }] : []),
  ...(missingDocuments.length > 0
    ? [
        {
          code: 'missing-documents' as const,
          documents: missingDocuments,
          hoursAdded: rules.missingDocument.hoursEach * missingDocuments.length,
        },
      ]
    : []),
]

export const underRule = ({ shares, logHours }: Belief, reason: RuleReason, rules: ClearanceRules): Belief => {
  if (reason.code === 'missing-documents') {
    const released = shares.released * rules.missingDocument.releasedAllTheSame
    return {
      shares: { ...shares, released, documents: shares.documents + shares.released - released },
      logHours: byChannel((channel) => {
        const { mean, deviation } = logHours[channel]
        return channel === 'released' ? { mean, deviation } : { mean: Math.log(Math.exp(mean) + reason.hoursAdded), deviation }
      }),
    }
  }
  const examination = fromLogOdds(toLogOdds(shares.examination) + Math.log(reason.oddsOfExamination))
  const others = (1 - examination) / (1 - shares.examination)
  return {
    shares: { released: shares.released * others, documents: shares.documents * others, examination },
    logHours: byChannel((channel) => {
      const { mean, deviation } = logHours[channel]
      return { mean: channel === 'released' ? mean : mean + Math.log(reason.hours), deviation }
    }),
  }
}
