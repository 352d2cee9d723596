import { byChannel, type Channel } from '@lading/shared/domain/customs-channel'
import { afterOutcomes, type Strength, usualStrength } from './believe.ts'
import type { ClearanceCase, ClearanceOutcome } from './clearance-case.ts'
import { type ClearanceMemory, groupsOf, type Level, recall, remember, ruleGroupOf } from './memory.ts'
import { type IsOpen, openHoursAfter, openShare } from './open-hours.ts'
import { type Belief, middleCountry, priorOf } from './prior.ts'
import { figuresInForce, type PublishedFigures } from './published-figures.ts'
import { quantileHours, type Worked } from './quantiles.ts'
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
export const carriesWeight = 5

const wait = (hours: number) => hours
const byTheClock = byChannel(() => wait)

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

/**
 * What is believed of a case from published figures, then from outcomes, the widest group first, then by rule. `hear` is told of every
 * group that had a say, with what was believed after it.
 */
export const beliefOf = (
  memory: ClearanceMemory,
  its: ClearanceCase,
  settings: ClearanceSettings = {},
  hear: (heard: { level: Level; outcomes: number; belief: Belief } | RuleReason) => void = () => {},
): Belief => {
  const { figures = [], rules = usualRules, strength = usualStrength, isOpen } = settings
  let belief = inOpenHours(priorOf(figuresInForce(figures, its.country, its.submittedAtMs)), its, isOpen)
  const ask = ({ level, key }: { level: Level; key: string }) => {
    const group = recall(memory, key, its.submittedAtMs)
    if (!group || group.weight === 0) return
    belief = afterOutcomes(belief, group, strength)
    hear({ level, outcomes: group.weight, belief })
  }
  for (const group of groupsOf(its)) ask(group)
  const ruled = rulesOn(its, rules)
  for (const rule of ruled) {
    belief = underRule(belief, rule, rules)
    hear(rule)
  }
  if (ruled.length > 0) {
    const codes = ruled.map(({ code }) => code)
    ask(ruleGroupOf(its, codes))
  }
  return belief
}

/** Published hours are those of the clock, which goes on while an office is closed. */
const inOpenHours = (prior: Belief, { submittedAtMs }: ClearanceCase, isOpen: IsOpen | undefined): Belief => {
  const share = isOpen ? openShare(isOpen, submittedAtMs) : 1
  if (share === 0) return prior
  const shift = Math.log(share)
  return {
    shares: prior.shares,
    logHours: byChannel((channel) => {
      const { mean, deviation } = prior.logHours[channel]
      return { mean: channel === aroundTheClock ? mean : mean + shift, deviation }
    }),
  }
}

/** The same with the reasons, and how much of it is experience. */
export const explainedBelief = (memory: ClearanceMemory, its: ClearanceCase, settings: ClearanceSettings = {}) => {
  const reasons: ClearanceReason[] = publishedReasons(figuresInForce(settings.figures ?? [], its.country, its.submittedAtMs))
  let basis: Clearance['basis'] = { level: 'published', outcomes: 0 }
  const belief = beliefOf(memory, its, settings, (heard) => {
    if ('code' in heard) return reasons.push(heard)
    const { level, outcomes, belief } = heard
    const medianHours = quantileHours(belief, byTheClock, 0.5) as number
    reasons.push({ code: 'history', level, outcomes, examination: belief.shares.examination, medianHours })
    if (outcomes >= carriesWeight || basis.outcomes === 0) basis = { level, outcomes }
  })
  return { belief, reasons, basis }
}

/** How many of its hours each channel has worked, so many hours after an instant. */
export const workedAfter = (fromMs: number, isOpen: IsOpen | undefined): Worked => {
  const inOffice = openHoursAfter(fromMs, isOpen)
  return byChannel((channel) => (channel === aroundTheClock ? wait : inOffice))
}

export const predictClearance = (memory: ClearanceMemory, its: ClearanceCase, settings: ClearanceSettings = {}): Clearance => {
  const { belief, reasons, basis } = explainedBelief(memory, its, settings)
  const worked = workedAfter(its.submittedAtMs, settings.isOpen)
  const at = (level: number) => quantileHours(belief, worked, level)
  const hours = { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
  if (hours.p10 === undefined || hours.p50 === undefined || hours.p90 === undefined) {
    // An office that never opens is a mistake in its opening hours, and the clock is the better guess.
    const { isOpen: _, ...rest } = settings
    const guess = predictClearance(memory, its, rest)
    return { ...guess, reasons: [...guess.reasons, { code: 'never-open' }] }
  }
  const closed = hours.p50 - worked.examination(hours.p50)
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
