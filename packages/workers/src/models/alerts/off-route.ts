import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { corridorKm } from '../corridor.ts'
import { endOfLeg } from '../follow-legs/geofence.ts'
import { routeFix } from '../route-fix.ts'
import { plain, type Rule } from './rule.ts'

/** So many fixes in a row; one or two are scatter or a manoeuvre. */
const fixesNeeded = 3

/** Outside the corridor around the planned route of a leg that has begun. Closes when it is well within again, or the leg is over. */
export const offRoute: Rule = ({ leg, fixes }, open) => {
  if (!leg?.actualDeparture || leg.route.length < 2) return 'over'
  const since = leg.actualDeparture.getTime()
  const newest = fixes.filter(({ atMs }) => atMs >= since).slice(-fixesNeeded)
  const last = newest.at(-1)
  if (!last) return 'unclear'
  if (endOfLeg(leg, last)) return 'over'
  const widthKm = corridorKm(leg)
  const asideKm = newest.map((fix) => routeFix(leg, fix).asideKm)
  if (asideKm.slice(-2).every((km) => km < 0.8 * widthKm)) return 'over'
  if (newest.length < fixesNeeded || asideKm.some((km) => km <= widthKm)) return 'unclear'
  const nowKm = asideKm.at(-1) as number
  const worstKm = Math.max(nowKm, open ? Number(open.facts.worstKm) : 0)
  return {
    severity: worstKm > 3 * widthKm ? 'critical' : 'warning',
    message: `${plain(nowKm)} km beside the planned route from ${leg.origin.name} to ${leg.destination.name}; up to ${plain(widthKm)} km is ordinary.`,
    facts: {
      asideKm: round(nowKm),
      worstKm: round(worstKm),
      corridorKm: round(widthKm),
      from: leg.origin.name,
      to: leg.destination.name,
    } satisfies FactsOf['off-route'],
    figure: { name: 'worstKm', step: widthKm / 4, material: widthKm },
  }
}

const round = (km: number) => Math.round(km * 10) / 10
