import { passesCustoms } from './customs-territory.ts'
import type { LocationKind } from './location.ts'

type Place = { code: string; country: string; kind: LocationKind }
type Leg<At extends Place> = { sequence: number; origin: At; destination: At }

/** Where goods are cleared into the customs territory of their destination. */
export type CustomsCrossing<At extends Place = Place> = {
  /** Of the leg that cannot begin before the release; of the last one, which cannot end before it, where goods wait nowhere. */
  legSequence: number
  /** Of import. */
  country: string
  place: At
  /** Whether goods wait at the place before the leg; otherwise they are cleared on their way to it. */
  waits: boolean
}

/**
 * The first wait in the territory of the destination, the one that goods do not leave again: what they pass through before, other
 * countries or their own destination on a detour, they pass in transit. A border crossing that is still on the other side counts where
 * goods came to it from its own territory: lorries wait on the line, whichever side the office stands on. Goods that go straight to the
 * door are cleared in the course of the last leg, as post and express are, and are not handed over before. Nothing where nothing is
 * declared.
 */
export const crossingOf = <At extends Place>(legs: readonly Leg<At>[]): CustomsCrossing<At> | undefined => {
  const [first, last] = [legs[0], legs.at(-1)]
  // Goods that end where they began were never away for customs, whichever way they took.
  if (!first || !last || !passesCustoms(first.origin.country, last.destination.country)) return undefined
  const outside = legs.findLastIndex(({ origin }) => passesCustoms(origin.country, last.destination.country))
  const entering = legs[outside] as Leg<At>
  const waiting = legs[outside + 1]
  if (waiting?.origin.kind !== 'border-crossing' && isOnTheLine(entering, legs[outside - 1]))
    return { legSequence: entering.sequence, country: entering.destination.country, place: entering.origin, waits: true }
  return waiting
    ? { legSequence: waiting.sequence, country: waiting.origin.country, place: waiting.origin, waits: true }
    : { legSequence: entering.sequence, country: entering.destination.country, place: entering.destination, waits: false }
}

/** At a crossing whose border is still ahead: behind it is where goods came from already. */
const isOnTheLine = ({ origin }: Leg<Place>, before: Leg<Place> | undefined) =>
  origin.kind === 'border-crossing' && before !== undefined && !passesCustoms(before.origin.country, origin.country)

/** Where goods are that a declaration is for, whichever leg waits for its release: in the country of import, if the leg touches it. */
export const placeOfClearance = <At extends Place>(legs: readonly Leg<At>[], legSequence: number, country: string): At | undefined => {
  const crossing = crossingOf(legs)
  if (crossing?.legSequence === legSequence && !passesCustoms(crossing.country, country)) return crossing.place
  const leg = legs.find(({ sequence }) => sequence === legSequence)
  if (!leg) return undefined
  return passesCustoms(leg.origin.country, country) ? leg.destination : leg.origin
}
