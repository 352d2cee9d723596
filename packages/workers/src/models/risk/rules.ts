import { partnerScore } from './credit/partner-score.ts'
import { beforeItsCause } from './information/before-its-cause.ts'
import { deliveredElsewhere } from './information/delivered-elsewhere.ts'
import { saidColdIsWarm } from './information/said-cold-is-warm.ts'
import { silence } from './information/silence.ts'
import { customsHold } from './legal/customs-hold.ts'
import { declarationFindings } from './legal/declaration-findings.ts'
import { examinationLikely } from './legal/examination-likely.ts'
import { missingDocuments } from './legal/missing-documents.ts'
import { ruleChange } from './legal/rule-change.ts'
import { arrivalSlips } from './logistics/arrival-slips.ts'
import { congestion } from './logistics/congestion.ts'
import { handoversLeft } from './logistics/handovers-left.ts'
import { longWait } from './logistics/long-wait.ts'
import { offRoute } from './logistics/off-route.ts'
import { stalled } from './logistics/stalled.ts'
import { hazardAhead } from './natural/hazard-ahead.ts'
import { countryEvent } from './political/country-event.ts'
import { countryIndex } from './political/country-index.ts'
import type { RiskRule } from './rule.ts'

/** One rule a file, by what it makes evidence of. */
export const riskRules: RiskRule[] = [
  ...[arrivalSlips, longWait, congestion, handoversLeft, stalled, offRoute],
  ...[deliveredElsewhere, saidColdIsWarm, beforeItsCause, silence],
  ...[customsHold, missingDocuments, examinationLikely, declarationFindings, ruleChange],
  ...[countryIndex, countryEvent],
  hazardAhead,
  partnerScore,
]
