import type { FactsOf } from '@lading/shared/domain/alert-facts'
import type { Mode } from '@lading/shared/domain/mode'
import { distanceKm } from '@lading/shared/geo/distance'
import { type Fix, hourMs } from '../fix.ts'
import { endOfLeg } from '../follow-legs/geofence.ts'
import type { Rule, Seen } from './rule.ts'

/**
 * How long goods may stand still on a leg before someone should ask. Road: longer than a driver's daily rest of 11 hours
 * (Regulation (EC) 561/2006, article 8). Sea: ships wait a day for a berth or a canal as a matter of course. The others are judgement.
 */
export const stalledHours: Record<Mode, number> = { sea: 24, air: 3, road: 12, rail: 12, parcel: 4 }

/** A ship at anchor swings and drags within a mile or so. */
const standingKm = 3

/** No movement on a leg that has begun, away from both its ends, for longer than is ordinary for the mode. */
export const stalled: Rule = ({ leg, fixes, now }, open) => {
  const last = fixes.at(-1)
  if (!leg?.actualDeparture || (last && endOfLeg(leg, last))) return 'over'
  if (!last) return 'unclear'
  const first = standingSince(fixes, last)
  if (first !== fixes[0]) {
    // It moved within what is seen; it stands again at the most since then.
    const hours = (now.getTime() - first.atMs) / hourMs
    if (hours < stalledHours[leg.mode]) return 'over'
  }
  const sinceMs = open ? Math.min(Date.parse(String(open.facts.sinceAt)), first.atMs) : first.atMs
  // Up to the last report, not up to now: silence is not standing still.
  const hours = (last.atMs - sinceMs) / hourMs
  if (hours < stalledHours[leg.mode]) return open ? 'over' : 'unclear'
  return {
    severity: hours >= 3 * stalledHours[leg.mode] ? 'critical' : 'warning',
    message: `No movement for ${Math.floor(hours)} hours, between ${leg.origin.name} and ${leg.destination.name}.`,
    facts: {
      hours: Math.floor(hours),
      sinceAt: new Date(sinceMs).toISOString(),
      lat: last.lat,
      lon: last.lon,
      from: leg.origin.name,
      to: leg.destination.name,
    } satisfies FactsOf['stalled'],
    figure: { name: 'hours', step: 6, material: stalledHours[leg.mode] },
  }
}

/** Whether the fixes at hand all lie in one place, so that only older ones can tell since when. */
export const needsLongerLook = ({ leg, fixes }: Pick<Seen, 'leg' | 'fixes'>) => {
  const last = fixes.at(-1)
  if (!leg?.actualDeparture || !last || endOfLeg(leg, last)) return false
  return standingSince(fixes, last) === fixes[0]
}

const standingSince = (fixes: Fix[], last: Fix) => {
  const moving = fixes.findLastIndex((fix) => distanceKm(fix, last) > standingKm)
  return fixes[moving + 1] as Fix
}
