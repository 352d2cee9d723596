import type { TradeRuleKind } from '@lading/shared/domain/trade-rule'
import type { RiskRule } from '../rule.ts'

/** What is forbidden stops goods; what costs more, or is asked for, makes somebody ask. */
const weights: Partial<Record<TradeRuleKind, number>> = { prohibition: 3, restriction: 1.2, document: 0.8, duty: 0.4, 'de-minimis': 0.4 }
/** After a month those who had to act on it have. */
const halfLifeHours = 30 * 24

/** A rule of trade became another one since the goods were announced, and will apply to them when they come. */
export const ruleChange: RiskRule = ({ subject: { ruleChanges } }) =>
  ruleChanges.map(({ ruleId, key, kind, version, destination, source, validFrom, recordedAt }) => ({
    what: 'rule-change' as const,
    facts: { rule: key, kind, version, destination, source, validFrom },
    weight: weights[kind] ?? 0.3,
    ...{ confidence: 0.9, at: recordedAt.toISOString(), halfLifeHours, inArrival: false },
    source: { type: 'trade-rule' as const, id: ruleId },
  }))
