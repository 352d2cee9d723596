import { distanceKm } from '@lading/shared/geo/distance'
import { hoursBetween, type RiskRule, rounded } from '../rule.ts'

/** Sites are large, and fixes in towns are off: nearer than this it may be true. */
const leastKm = 10
/** A position from so long before the claim says nothing against it. */
const olderHours = 6

/** A party says that goods are where sensors do not see them: delivered, or arrived at the end of a leg. */
export const deliveredElsewhere: RiskRule = ({ subject: { reports, legs, position } }) =>
  reports.flatMap(({ id, claim, legSequence, eventTime, role, party }) => {
    const leg =
      claim === 'delivered' ? legs.at(-1) : claim === 'arrived' ? legs.find(({ sequence }) => sequence === legSequence) : undefined
    if (!leg || !position || leg.actualArrival) return []
    const place = leg.destination
    const awayKm = distanceKm(place, position) - place.geofenceRadiusKm
    // Goods that were there and went on are another matter: legs that follow have begun then.
    const beforeClaim = hoursBetween(position.at, eventTime)
    if (awayKm < leastKm || beforeClaim > olderHours) return []
    return [
      {
        what: 'delivered-elsewhere' as const,
        facts: {
          claim,
          role,
          party,
          place: place.name,
          awayKm: rounded(awayKm),
          claimedAt: eventTime.toISOString(),
          seenAt: position.at.toISOString(),
        },
        // Twenty times as likely where something is wrong: judgement.
        weight: Math.log(20),
        ...{ confidence: beforeClaim > 0 ? 0.6 : 0.9, at: position.at.toISOString(), halfLifeHours: null, inArrival: false },
        source: { type: 'report' as const, id },
      },
    ]
  })
