import { byChannel, type Channel } from '@lading/shared/domain/customs-channel'
import { afterOutcomes, type Strength, usualStrength } from './believe.ts'
import type { ClearanceCase, ClearanceOutcome } from './clearance-case.ts'
import { type ClearanceMemory, groupsOf, type Level, recall, remember, ruleGroupOf } from './memory.ts'
import { type IsOpen, openHoursAfter } from './open-hours.ts'
import { middleCountry, priorOf } from './prior.ts'
import { figuresInForce, type PublishedFigures } from './published-figures.ts'
import { quantileHours } from './quantiles.ts'
import { type ClearanceRules, type RuleReason, rulesOn, underRule, usualRules } from './rules.ts'

/** What is known besides the outcomes. Each part may be left out. */
export type ClearanceSettings = { figures?: PublishedFigures[]; rules?: ClearanceRules; strength?: Strength; isOpen?: IsOpen }

export type ClearanceReason =
  | { code: 'published-hours'; borderHours: number; documentHours: number; year: number }
  | { code: 'published-score'; customsScore: number; year: number }
  | { code: 'no-published-figures'; borderHours: number; documentHours: number; customsScore: number }
  | { code: 'history'; level: Level; outcomes: number; examination: number; medianHours: number }
  | RuleReason
  | { code: 'closed'; hours: number }
  | { code: 'never-open' }

/** A stage of a journey: how customs is expected to treat a case, and hours from submission to release. */
export type Clearance = {
  channels: Record<Channel, number>
  hours: { p10: number; p50: number; p90: number }
  reasons: ClearanceReason[]
  /** The narrowest experience that carries weight, and how many outcomes it rests on (older ones count less). */
  basis: { level: Level | 'published'; outcomes: number }
}

/** A release at once is the machine's, which works around the clock; whatever people look at waits for the office to open. */
const aroundTheClock: Channel = 'released'
const carriesWeight = 5

const wait = (hours: number) => hours

/** Learns how a case went. To be told once, when it is cleared. */
export const learnClearance = (
  memory: ClearanceMemory,
  its: ClearanceCase,
  outcome: ClearanceOutcome,
  settings: ClearanceSettings = {},
) => {
  const { channel, clearedAtMs } = outcome
  const gone = Math.max(0, (clearedAtMs - its.submittedAtMs) / 3_600_000)
  if (!Number.isFinite(gone)) return
  const hours = channel === aroundTheClock ? gone : openHoursAfter(its.submittedAtMs, settings.isOpen)(gone)
  const rules = rulesOn(its, settings.rules ?? usualRules).map(({ code }) => code)
  const groups = rules.length > 0 ? [ruleGroupOf(its, rules)] : groupsOf(its)
  for (const { key } of groups) remember(memory, key, channel, hours, clearedAtMs)
}

/** What is believed of a case from published figures, then from outcomes, the widest group first, then by rule, with the reasons. */
export const beliefOf = (memory: ClearanceMemory, its: ClearanceCase, settings: ClearanceSettings = {}) => {
  const { figures = [], rules = usualRules, strength = usualStrength } = settings
  const known = figuresInForce(figures, its.country, its.submittedAtMs)
  const reasons: ClearanceReason[] = publishedReasons(known)
  let belief = priorOf(known)
  let basis: Clearance['basis'] = { level: 'published', outcomes: 0 }
  const hear = ({ level, key }: { level: Level; key: string }) => {
    const group = recall(memory, key, its.submittedAtMs)
    if (!group || group.weight === 0) return
    belief = afterOutcomes(belief, group, strength)
    const [outcomes, examination] = [group.weight, belief.shares.examination]
    reasons.push({
      code: 'history',
      level,
      outcomes,
      examination,
      medianHours: quantileHours(
        belief,
        byChannel(() => wait),
        0.5,
      ) as number,
    })
    if (outcomes >= carriesWeight || basis.outcomes === 0) basis = { level, outcomes }
  }
  for (const group of groupsOf(its)) hear(group)
  const ruled = rulesOn(its, rules)
  for (const rule of ruled) {
    belief = underRule(belief, rule, rules)
    reasons.push(rule)
  }
  if (ruled.length > 0) {
    const codes = ruled.map(({ code }) => code)
    hear(ruleGroupOf(its, codes))
  }
  return { belief, reasons, basis }
}

export const predictClearance = (memory: ClearanceMemory, its: ClearanceCase, settings: ClearanceSettings = {}): Clearance => {
  const { belief, reasons, basis } = beliefOf(memory, its, settings)
  const inOffice = openHoursAfter(its.submittedAtMs, settings.isOpen)
  const worked = byChannel((channel) => (channel === aroundTheClock ? wait : inOffice))
  const at = (level: number, by = worked) => quantileHours(belief, by, level)
  const hours = { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
  if (hours.p10 === undefined || hours.p50 === undefined || hours.p90 === undefined) {
    // An office that never opens is a mistake in its opening hours, and the clock is the better guess.
    const { isOpen: _, ...rest } = settings
    const guess = predictClearance(memory, its, rest)
    return { ...guess, reasons: [...guess.reasons, { code: 'never-open' }] }
  }
  const closed = hours.p50 - inOffice(hours.p50)
  if (closed > 0) reasons.push({ code: 'closed', hours: closed })
  return { channels: belief.shares, hours: hours as Clearance['hours'], reasons, basis }
}

const publishedReasons = ({ borderHours, documentHours, customsScore }: ReturnType<typeof figuresInForce>): ClearanceReason[] => {
  if (!borderHours && !documentHours && !customsScore) return [{ code: 'no-published-figures', ...middleCountry }]
  const hours = borderHours ?? documentHours
  return [
    ...(hours
      ? [
          {
            code: 'published-hours' as const,
            borderHours: borderHours?.value ?? middleCountry.borderHours,
            documentHours: documentHours?.value ?? middleCountry.documentHours,
            year: hours.year,
          },
        ]
      : []),
    ...(customsScore ? [{ code: 'published-score' as const, customsScore: customsScore.value, year: customsScore.year }] : []),
  ]
}
