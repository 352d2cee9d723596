import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { minuteMs } from '../fix.ts'
import { isJustAnnounced } from './just-announced.ts'
import { type Loss, losesMost } from './loses-most.ts'
import type { Rule } from './rule.ts'

/** Well in time before it counts as caught up, so that an estimate about the promise does not open and close alerts. */
const marginMs = 15 * minuteMs

/** Expected after what was promised: a warning when it is more likely late than not, critical when hardly anything could still help. */
export const late: Rule = (seen, open) => {
  const { shipment, legs, eta } = seen
  const { promisedAt } = shipment
  if (!promisedAt || !eta) return 'over'
  if (isJustAnnounced(seen)) return 'unclear'
  const lateMs = eta.p50.getTime() - promisedAt.getTime()
  if (lateMs <= -marginMs) return 'over'
  if (lateMs <= 0) return 'unclear'
  const lateMinutes = Math.round(lateMs / minuteMs)
  const span = lateMinutes < 120 ? `${lateMinutes} minutes` : `${Math.round(lateMinutes / 60)} hours`
  const most = losesMost(legs, { legs: eta.legs ?? [], stages: eta.stages ?? [] })
  const [cause, causeFrom, causeTo] = [most?.cause ?? null, most?.from ?? null, most?.to ?? null]
  return {
    severity: eta.p10 > promisedAt ? 'critical' : 'warning',
    message: `Expected ${span} later than promised${most ? `, mostly ${inWords(most)}` : ''}.`,
    facts: {
      ...{ lateMinutes, promisedAt: promisedAt.toISOString(), expectedAt: eta.p50.toISOString() },
      ...{ cause, causeFrom, causeTo },
    } satisfies FactsOf['late'],
    isNews: open !== undefined && most !== undefined && (open.facts.cause !== cause || open.facts.causeFrom !== causeFrom),
    // An hour matters on a delay of a few; on one of days it does not.
    // Half as late again is another delay to whoever planned with the first.
    figure: { name: 'lateMinutes', step: Math.max(60, lateMinutes / 5), material: Math.max(120, lateMinutes / 3) },
  }
}

const inWords = ({ cause, from, to }: Loss) =>
  ({ leg: `on the way from ${from} to ${to}`, wait: `by the wait at ${from}`, customs: `by customs at ${from}` })[cause]
