import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { hourMs } from '../fix.ts'
import { plain, type Rule } from './rule.ts'

/** A shock is over when it is felt; the alert stays until someone had a working day to look at the goods. */
const shownMs = 24 * hourMs

/** A reading above the shipment's shock limit. Further shocks update the alert; it closes a day after the last one. */
export const shock: Rule = ({ shipment, readings, now }, open) => {
  const { shockMaxG } = shipment.limits
  if (shockMaxG === null) return 'over'
  const lastKnownMs = open ? Date.parse(String(open.facts.lastAt)) : 0
  const shocks = readings.flatMap(({ recordedAtMs: atMs, shockG }) =>
    shockG !== undefined && shockG > shockMaxG && atMs > lastKnownMs ? [{ atMs, shockG }] : [],
  )
  const last = shocks.at(-1)
  if (!last) return open && now.getTime() - lastKnownMs >= shownMs ? 'over' : 'unclear'
  // As old as that, it would only open to be closed at once.
  if (now.getTime() - last.atMs >= shownMs) return 'unclear'
  const worstG = Math.max(...shocks.map(({ shockG }) => shockG), open ? Number(open.facts.worstG) : 0)
  const count = shocks.length + (open ? Number(open.facts.shocks) : 0)
  return {
    severity: worstG > 2 * shockMaxG ? 'critical' : 'warning',
    message: `The goods took ${count === 1 ? 'a shock' : `${count} shocks`} of up to ${plain(worstG)} g; the limit is ${plain(shockMaxG)} g.`,
    facts: { worstG, shockMaxG, shocks: count, lastAt: new Date(last.atMs).toISOString() } satisfies FactsOf['shock'],
    figure: { name: 'shocks', step: 1, material: 1 },
  }
}
