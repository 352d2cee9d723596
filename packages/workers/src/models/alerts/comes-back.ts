import type { Severity } from '@lading/shared/domain/alert'
import type { OpenAlert } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Finding } from './rule.ts'

const order: Record<Severity, number> = { info: 0, warning: 1, critical: 2 }

/**
 * Whether an alert that somebody snoozed or resolved wants somebody again although its cause never went: when it became more severe
 * than it was then, its figure worse by what the rule calls material, or what is wanted is something else than was wanted then. A cause that went closes the alert, and one that
 * comes again opens another; so nothing that somebody dealt with opens again for being looked at once more.
 */
export const comesBack = (
  { setAside, snoozedUntil, resolvedAt }: OpenAlert,
  { severity, facts, figure, isAnother }: Finding,
  now: Date,
) => {
  const isAside = resolvedAt !== null || (snoozedUntil !== null && snoozedUntil > now)
  if (!isAside || !setAside) return false
  if (order[severity] > order[setAside.severity]) return true
  if (isAnother?.(setAside.facts)) return true
  const material = figure.material ?? 3 * figure.step
  const grown = Number(facts[figure.name]) - Number(setAside.facts[figure.name])
  return Math.sign(material) * grown >= Math.abs(material)
}
