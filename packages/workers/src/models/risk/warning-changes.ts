import { type Warning, warningOf } from '@lading/models/risk/warn'
import type { FactsOf } from '@lading/shared/domain/alert-facts'
import type { WarningRule } from '@lading/shared/domain/playbook'
import type { AlertChanges } from '@lading/store/postgres/alert/apply'
import type { NewRisk } from '@lading/store/postgres/risk/keep'
import type { RiskSubject } from '@lading/store/postgres/risk/load-due'
import { comesBack } from '../alerts/comes-back.ts'

/** A tenth is what one would want to know. */
const step = 0.1

/**
 * What the rules of early warning make of a shipment's risk: its alert opened, updated or closed; and the rule that speaks. Quiet hours are
 * those of people, by the time on the wall.
 */
export const warningChanges = (
  subject: Pick<RiskSubject, 'alerts'>,
  risk: Pick<NewRisk, 'probability' | 'scores'>,
  rules: readonly WarningRule[],
  now: Date,
  wallNow: Date,
): { changes: AlertChanges; rule: WarningRule | undefined } | undefined => {
  const open = subject.alerts.find(({ kind }) => kind === 'risk')
  const ruleId = open && String(open.facts.ruleId)
  const warning = warningOf(rules, risk, ruleId, wallNow)
  const nothing: AlertChanges = { opened: [], updated: [], closed: [] }
  if (!warning) return open && { changes: { ...nothing, closed: [{ id: open.id }] }, rule: undefined }
  const { rule } = warning
  const told = (escalatedAt: string | null) => ({
    severity: escalatedAt ? ('critical' as const) : rule.severity,
    message: sentence(warning),
    facts: {
      ...{ ruleId: rule.id, rule: rule.name, riskKind: rule.kind ?? 'together', score: warning.score, escalatedAt },
    } satisfies FactsOf['risk'],
  })
  if (!open) return { changes: { ...nothing, opened: [{ kind: 'risk', ...told(null), openedAt: now }] }, rule }
  const isOther = ruleId !== rule.id
  // Another rule is another matter: nobody was told of that yet.
  const text = told(isOther || typeof open.facts.escalatedAt !== 'string' ? null : open.facts.escalatedAt)
  const finding = { ...text, figure: { name: 'score', step }, isAnother: (aside: OpenFacts) => aside.ruleId !== rule.id }
  const returns = comesBack(open, finding, now) ? { version: open.version } : undefined
  const isNews = isOther || text.severity !== open.severity || Math.abs(warning.score - Number(open.facts.score)) >= step
  if (!returns && !isNews) return undefined
  return { changes: { ...nothing, updated: [{ id: open.id, ...text, from: open.severity, returns }] }, rule }
}

type OpenFacts = RiskSubject['alerts'][number]['facts']

const sentence = ({ rule, score }: Warning<WarningRule>) =>
  rule.kind === null
    ? `The promise is broken with a probability of ${Math.round(100 * score)} % (${rule.name}).`
    : `The ${rule.kind} risk is ${Math.round(100 * score)} % (${rule.name}).`
