import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { isThere } from '../customs/where-cleared.ts'
import { hourMs } from '../fix.ts'
import type { Rule } from './rule.ts'

/** A release takes a day and a lorry another: somebody who hears of it then can do something still. */
const warnHours = 48

/**
 * Goods that lie where they are cleared while the place is about to charge for keeping them (demurrage, storage), or does. Nothing before
 * they are there: until then the last free day may move with the ship. Over when they leave.
 */
export const freeTime: Rule = ({ shipment, legs, now }) => {
  const its = shipment.customs.filter((one) => one.entry?.freeUntil && isThere(legs, one))
  const [first] = its.toSorted((one, other) => String(one.entry?.freeUntil).localeCompare(String(other.entry?.freeUntil)))
  const { lastFreeDay, freeUntil, country, office } = first?.entry ?? {}
  if (!first || !country || !lastFreeDay || !freeUntil) return 'over'
  const hoursLeft = Math.floor((Date.parse(freeUntil) - now.getTime()) / hourMs)
  if (hoursLeft >= warnHours) return 'over'
  return {
    severity: hoursLeft < 0 ? 'critical' : 'warning',
    message:
      hoursLeft < 0
        ? `The goods lie where they are cleared (${country}) and cost storage: ${lastFreeDay} was the last free day.`
        : `The goods lie where they are cleared (${country}); ${lastFreeDay} is the last day without charge.`,
    facts: {
      country,
      office: office ?? null,
      legSequence: first.legSequence,
      lastFreeDay,
      freeUntil,
      hoursLeft,
    } satisfies FactsOf['free-time'],
    figure: { name: 'hoursLeft', step: 24, material: -72 },
    isAnother: (before) => before.lastFreeDay !== lastFreeDay || before.legSequence !== first.legSequence,
  }
}
