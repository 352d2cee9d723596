import type { WarningRule } from '@lading/shared/domain/playbook'
import type { RiskKind } from '@lading/shared/domain/risk'

export type Scored = { probability: number | null; scores: Record<RiskKind, number> }
export type Warning<Rule> = { rule: Rule; score: number }

const order = { info: 0, warning: 1, critical: 2 } as const

/**
 * The rule that speaks, the most severe and then the highest score first; nothing where none does. A rule that has opened an alert speaks
 * until the score is below where it closes, so that one about the threshold does not open and close alerts; the others speak from where they
 * open, and not while it is quiet, unless they are critical. What is open stays open through the night.
 */
export const warningOf = <Rule extends WarningRule>(
  rules: readonly Rule[],
  scored: Scored,
  openRuleId: string | undefined,
  now: Date,
): Warning<Rule> | undefined =>
  rules
    .flatMap((rule) => {
      const score = rule.kind === null ? scored.probability : scored.scores[rule.kind]
      if (score === null) return []
      const isOpen = rule.id === openRuleId
      if (isOpen ? score < rule.closeAt : score < rule.openAt) return []
      if (!isOpen && rule.severity !== 'critical' && rule.quiet && isQuiet(rule.quiet, now)) return []
      return [{ rule, score }]
    })
    .toSorted((one, other) => order[other.rule.severity] - order[one.rule.severity] || other.score - one.score)
    .at(0)

/** Whether the time of the day, in its zone, lies between the two; from 22:00 until 06:00 goes over midnight. */
export const isQuiet = ({ from, until, zone }: NonNullable<WarningRule['quiet']>, now: Date): boolean => {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now)
  return from <= until ? from <= time && time < until : time >= from || time < until
}
