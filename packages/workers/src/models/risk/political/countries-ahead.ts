import { legsAhead, type RiskSeen } from '../rule.ts'

/** Countries that the goods are in or come through, with the first time they are expected there and the last; by code. */
export const countriesAhead = (seen: RiskSeen): Map<string, { from: Date; until: Date }> => {
  const countries = new Map<string, { from: Date; until: Date }>()
  const add = (country: string, from: Date, until: Date) => {
    const known = countries.get(country)
    countries.set(country, {
      from: known && known.from < from ? known.from : from,
      until: known && known.until > until ? known.until : until,
    })
  }
  for (const [index, leg] of legsAhead(seen).entries()) {
    const departs = leg.actualDeparture ?? leg.estimatedDeparture ?? leg.plannedDeparture
    const arrives = leg.estimatedArrival ?? leg.plannedArrival
    // What it left is behind it, as soon as it is under way.
    if (!(index === 0 && leg.actualDeparture)) add(leg.origin.country, index === 0 ? seen.now : departs, departs)
    add(leg.destination.country, arrives, arrives)
  }
  return countries
}
